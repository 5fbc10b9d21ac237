// docs/protocol.md section 1, "Failures".

/**
 * What went wrong with bytes that somebody else sent. Never repaired silently, never answered by a boolean.
 * @typedef {"malformed"|"unsupported"|"wrong_key"|"tampered"|"stale"} FailureKind
 */

/** Something received does not hold; `kind` is the name both readings use for it. */
export class ProtocolError extends Error {
  /**
   * @param {FailureKind} kind
   * @param {string} message
   */
  constructor(kind, message) {
    super(message);
    this.name = "ProtocolError";
    this.kind = kind;
  }
}

/** The bytes do not parse, or a length or limit is broken. */
export class Malformed extends ProtocolError {
  /** @param {string} message */
  constructor(message) {
    super("malformed", message);
  }
}

/** A version, type, kind or profile that this reader does not know. */
export class Unsupported extends ProtocolError {
  /** @param {string} message */
  constructor(message) {
    super("unsupported", message);
  }
}

/** The commitment of a sealed body, or the key that is named, does not fit. */
export class WrongKey extends ProtocolError {
  /** @param {string} message */
  constructor(message) {
    super("wrong_key", message);
  }
}

/** A signature, hash or authentication fails. */
export class Tampered extends ProtocolError {
  /** @param {string} message */
  constructor(message) {
    super("tampered", message);
  }
}

/** A sequence number, previous hash or generation does not follow. */
export class Stale extends ProtocolError {
  /** @param {string} message */
  constructor(message) {
    super("stale", message);
  }
}
