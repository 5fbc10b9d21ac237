// Importing this file sets globalThis.hashwasm; it exports nothing.
import type { argon2d, argon2i, argon2id, argon2Verify } from "hash-wasm";
declare global {
  var hashwasm: {
    argon2d: typeof argon2d;
    argon2i: typeof argon2i;
    argon2id: typeof argon2id;
    argon2Verify: typeof argon2Verify;
  };
}
