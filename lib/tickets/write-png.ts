import { crc32, deflateSync } from "node:zlib";

const signature = Buffer.from("89504e470d0a1a0a", "hex");

/** A square picture of black and white (PNG, one bit a pixel), dark where `isDark` says so. */
export function writePng(side: number, isDark: (row: number, column: number) => boolean): Buffer {
  const stride = 1 + Math.ceil(side / 8);
  const rows = Buffer.alloc(stride * side, 0xff);
  for (let row = 0; row < side; row++) {
    // Each row begins with its filter: none.
    rows[row * stride] = 0;
    for (let column = 0; column < side; column++) {
      const at = row * stride + 1 + (column >> 3);
      if (isDark(row, column)) rows.writeUInt8(rows.readUInt8(at) & ~(0x80 >> (column & 7)), at);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
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
