import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { newId } from "@/lib/platform/id";

const deflate = promisify(deflateRaw);
const field = /name="formKey" value="([0-9a-f-]{36})"/;
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/**
 * A page whose form names each sending of it: whoever sends the same key and words again gets the first answer, with the ticket, so
 * that no two people may be given the same key. Each answer is the kept bytes with a key of its own between them.
 */
export type FormKeySlot = { identity: () => Buffer; gzip: () => Promise<Buffer> };

/** The page as such a slot; null for a page without that form. */
export function formKeySlotOf(html: string): FormKeySlot | null {
  const found = html.match(field);
  if (!found?.[1]) return null;
  const keyAt = html.indexOf(found[1], found.index);
  const before = Buffer.from(html.slice(0, keyAt));
  const after = Buffer.from(html.slice(keyAt + found[1].length));
  // Each part is compressed by itself up to a byte's edge, with the key as it is between them: so nothing points across.
  const parts = Promise.all([deflate(before, { finishFlush: constants.Z_FULL_FLUSH }), deflate(after)]);
  parts.catch(() => {});
  const beforeSum = crc32(before);
  return {
    identity: () => Buffer.concat([before, Buffer.from(newId()), after]),
    gzip: async () => {
      const [start, end] = await parts;
      const key = Buffer.from(newId());
      const tail = Buffer.alloc(8);
      tail.writeUInt32LE(crc32(after, crc32(key, beforeSum)), 0);
      tail.writeUInt32LE(before.length + key.length + after.length, 4);
      return Buffer.concat([gzipHead, start, storedBlock(key), end, tail]);
    },
  };
}

/** Bytes as deflate stores them uncompressed (RFC 1951, 3.2.4); not the last block. */
function storedBlock(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(~bytes.length & 0xffff, 3);
  return Buffer.concat([head, bytes]);
}
