import { UUID, V7Generator } from "uuidv7";
import { randomWord } from "./random-word";

const generator = new V7Generator({ nextUint32: randomWord });

/** A new UUIDv7 (RFC 9562): unique, and rising with time, so that indexes grow at one end. */
export function newId(): string {
  return generator.generate().toString();
}

/** A new UUIDv7 that says of its time no more than this instant. */
export function newIdOf(at: Date): string {
  return UUID.fromFieldsV7(at.getTime(), randomWord() & 0xfff, randomWord() & 0x3fffffff, randomWord()).toString();
}
