import { crc32, deflateSync } from "node:zlib";

const pixelsPerModule = 8;
const signature = Buffer.from("89504e470d0a1a0a", "hex");

/**
 * A square picture of black and white modules (PNG, one bit a pixel), dark where `isDark` says so. A module is eight pixels wide and
 * high, so that its width is one byte and a row of modules is made once.
 */
export function writePng(modules: number, isDark: (row: number, column: number) => boolean): Buffer {
  const lines: Buffer[] = [];
  for (let row = 0; row < modules; row++) {
    // Each line begins with its filter: none.
    const line = Buffer.alloc(1 + modules);
    for (let column = 0; column < modules; column++) line[1 + column] = isDark(row, column) ? 0x00 : 0xff;
    for (let pixel = 0; pixel < pixelsPerModule; pixel++) lines.push(line);
  }
  const side = modules * pixelsPerModule;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(lines))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
