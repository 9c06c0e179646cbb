import { inflateSync } from "node:zlib";

/** The pixels of a PNG (grey, RGB or RGBA of 8 bits a channel, or black and white; not interlaced) as RGBA. */
export function readPng(png: Buffer): { data: Uint8ClampedArray; width: number; height: number } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bits = png.readUInt8(24);
  const channels = { 0: 1, 2: 3, 6: 4 }[png.readUInt8(25)];
  if (channels === undefined || !(bits === 8 || (bits === 1 && channels === 1)))
    throw new Error("not a PNG that this reader knows");
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const stride = Math.ceil((width * channels * bits) / 8);
  const step = bits === 8 ? channels : 1;
  const rows = unfilter(inflateSync(Buffer.concat(parts)), { stride, height, step });
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [row, column] = [Math.floor(pixel / width), pixel % width];
    for (let channel = 0; channel < Math.max(3, channels); channel++) {
      data[pixel * 4 + channel] =
        bits === 1
          ? (((rows[row * stride + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1) * 255
          : (rows[row * stride + column * channels + (channels === 1 ? 0 : channel)] ?? 0);
    }
  }
  return { data, width, height };
}

function unfilter(bytes: Buffer, { stride, height, step }: { stride: number; height: number; step: number }) {
  const rows = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = bytes[row * (stride + 1)];
    for (let at = 0; at < stride; at++) {
      const here = row * stride + at;
      const left = at >= step ? (rows[here - step] ?? 0) : 0;
      const up = row > 0 ? (rows[here - stride] ?? 0) : 0;
      const corner = at >= step && row > 0 ? (rows[here - stride - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      rows[here] = (bytes[row * (stride + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft = 0, toUp = 0, toCorner = 0] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
