import { uuidv7 } from "uuidv7";

/** A new UUIDv7 (RFC 9562): unique, and rising with time, so that indexes grow at one end. */
export function newId(): string {
  return uuidv7();
}
