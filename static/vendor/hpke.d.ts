export { Aes256Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
export { X25519 } from "@hpke/dhkem-x25519";
export { XWing } from "@hpke/hybridkem-x-wing";
