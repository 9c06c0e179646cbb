import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { CachedAnswer } from "./write-cached";

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The bytes in every encoding, each made at first need and once. */
export function encoded(bytes: Buffer): CachedAnswer["bodies"] {
  return {
    identity: () => bytes,
    gzip: once(() => toGzip(bytes)),
    br: once(() => toBrotli(bytes, brotliOptions)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
