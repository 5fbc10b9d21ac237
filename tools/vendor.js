// Writes static/vendor/ (or the folder given) anew from the packages that package-lock.json pins: `make vendor`.
// Single-file modules are copied as published; those of many files are bundled once into one ES module.
// The same sources and the same esbuild give the same bytes, so a second run changes nothing.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = process.argv[2] ?? join(root, "static/vendor");
const modules = join(root, "node_modules");
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;

const litDirectives = ["class-map", "if-defined", "keyed", "live", "ref", "repeat", "until"];
const litFiles = [
  "lit-html.js",
  "directive.js",
  "directive-helpers.js",
  "async-directive.js",
].concat(["private-async-helpers", ...litDirectives].map((name) => `directives/${name}.js`));

/** Copied byte for byte: output path → path in node_modules. */
const copies = Object.fromEntries([
  ...litFiles.map((file) => [`lit-html/${file}`, `lit-html/${file}`]),
  ["argon2.js", "hash-wasm/dist/argon2.umd.min.js"],
]);

/** Bundled: output path → the text that names what we take, which is its type declaration too. */
const bundles = {
  "hpke.js": [
    'export { Aes256Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";',
    'export { X25519 } from "@hpke/dhkem-x25519";',
    'export { XWing } from "@hpke/hybridkem-x-wing";',
  ],
  "hashes.js": [
    'export { hkdf, extract, expand } from "@noble/hashes/hkdf.js";',
    'export { hmac } from "@noble/hashes/hmac.js";',
    'export { sha256, sha512 } from "@noble/hashes/sha2.js";',
  ],
  "idb.js": ['export { deleteDB, openDB, unwrap, wrap } from "idb";'],
  "qr.js": ['export { encodeQR } from "qr";'],
  "qr/decode.js": ['export { decodeQR } from "qr/decode.js";'],
};

/** Type declarations beside the files that are imported by relative path. */
const declarations = {
  "argon2.d.ts": [
    "// Importing this file sets globalThis.hashwasm; it exports nothing.",
    'import type { argon2d, argon2i, argon2id, argon2Verify } from "hash-wasm";',
    "declare global {",
    "  var hashwasm: {",
    "    argon2d: typeof argon2d;",
    "    argon2i: typeof argon2i;",
    "    argon2id: typeof argon2id;",
    "    argon2Verify: typeof argon2Verify;",
    "  };",
    "}",
  ],
  ...Object.fromEntries(
    Object.entries(bundles).map(([file, lines]) => [file.replace(/\.js$/, ".d.ts"), lines]),
  ),
};

/** What the app may import by name (the page's import map is made from this): specifier → output path. */
const imports = {
  "lit-html": "lit-html/lit-html.js",
  ...Object.fromEntries(
    litDirectives.map((name) => [
      `lit-html/directives/${name}.js`,
      `lit-html/directives/${name}.js`,
    ]),
  ),
  idb: "idb.js",
  hpke: "hpke.js",
  argon2: "argon2.js",
  hashes: "hashes.js",
  qr: "qr.js",
  "qr/decode.js": "qr/decode.js",
};

/**
 * @param {string | Uint8Array} content
 * @param {string} file path below static/vendor
 */
function write(content, file) {
  mkdirSync(dirname(join(out, file)), { recursive: true });
  writeFileSync(join(out, file), content);
}

/** @param {string} path */
function sha384(path) {
  return `sha384-${createHash("sha384").update(readFileSync(path)).digest("base64")}`;
}

/** The packages' own `import("crypto")` is for Nodes without globalThis.crypto; the served file imports nothing. */
const webCryptoOnly = {
  name: "web-crypto-only",
  /** @param {import("esbuild").PluginBuild} esbuild */
  setup(esbuild) {
    esbuild.onResolve({ filter: /^crypto$/ }, () => ({ path: "crypto", namespace: "web" }));
    esbuild.onLoad({ filter: /^crypto$/, namespace: "web" }, () => ({
      contents: "export const webcrypto = globalThis.crypto;",
    }));
  },
};

/**
 * @param {string[]} lines
 * @returns {Promise<{content: Uint8Array, packages: Set<string>}>} the bundle and the packages that went into it
 */
async function bundle(lines) {
  const result = await build({
    stdin: { contents: lines.join("\n"), resolveDir: root },
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    write: false,
    plugins: [webCryptoOnly],
  });
  const inputs = Object.keys(result.metafile.inputs).filter((path) =>
    path.startsWith("node_modules/"),
  );
  return {
    content: /** @type {Uint8Array} */ (result.outputFiles[0]?.contents),
    packages: new Set(inputs.map(packageOf)),
  };
}

/** @param {string} path below the repository, such as node_modules/@hpke/core/esm/mod.js */
function packageOf(path) {
  const [scope = "", name] = path.replace(/^node_modules\//, "").split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

/** @param {string} name */
function licenceText(name) {
  const files = readdirSync(join(modules, name)).filter((file) => /^licen[cs]e/i.test(file));
  if (files.length === 0) throw new Error(`${name} carries no licence text`);
  return files.map((file) => readFileSync(join(modules, name, file), "utf8").trim()).join("\n\n");
}

/** @param {string} name */
function describe(name) {
  const { version, license, integrity } = lock[`node_modules/${name}`];
  return { name, version, license, integrity };
}

rmSync(out, { recursive: true, force: true });

/** @type {Record<string, {packages: string[], how: string, integrity: string}>} */
const files = {};
/** @param {string} file @param {string | Uint8Array} content @param {Iterable<string>} packages @param {string} how */
function put(file, content, packages, how) {
  write(content, file);
  files[file] = { packages: [...packages].sort(), how, integrity: sha384(join(out, file)) };
}

for (const [file, source] of Object.entries(copies)) {
  put(file, readFileSync(join(modules, source)), [packageOf(source)], `copied from ${source}`);
}
for (const [file, lines] of Object.entries(bundles)) {
  const { content, packages } = await bundle(lines);
  put(file, content, packages, `bundled by esbuild ${lock["node_modules/esbuild"].version}`);
}
for (const [file, lines] of Object.entries(declarations)) write(`${lines.join("\n")}\n`, file);

const names = [...new Set(Object.values(files).flatMap((file) => file.packages))].sort();
write(
  `${JSON.stringify({ imports, packages: names.map(describe), files }, null, 2)}\n`,
  "manifest.json",
);
write(names.map((name) => `# ${name}\n\n${licenceText(name)}\n`).join("\n\n"), "LICENSES");
