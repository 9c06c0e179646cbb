import { inflateSync } from "node:zlib";

/** The pixels of a PNG of 8 bits a channel (grey, RGB or RGBA, not interlaced) as RGBA. */
export function readPng(png: Buffer): { data: Uint8ClampedArray; width: number; height: number } {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = { 0: 1, 2: 3, 6: 4 }[png.readUInt8(25)];
  if (png.readUInt8(24) !== 8 || channels === undefined) throw new Error("not a PNG that this reader knows");
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const rows = unfilter(inflateSync(Buffer.concat(parts)), { stride: width * channels, height, channels });
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 4; channel++) {
      const isColour = channel < 3;
      if (isColour || channels === 4)
        data[pixel * 4 + channel] = rows[pixel * channels + (channels === 1 ? 0 : channel)] ?? 0;
    }
  }
  return { data, width, height };
}

function unfilter(bytes: Buffer, { stride, height, channels }: { stride: number; height: number; channels: number }) {
  const rows = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = bytes[row * (stride + 1)];
    for (let at = 0; at < stride; at++) {
      const here = row * stride + at;
      const left = at >= channels ? (rows[here - channels] ?? 0) : 0;
      const up = row > 0 ? (rows[here - stride] ?? 0) : 0;
      const corner = at >= channels && row > 0 ? (rows[here - stride - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      rows[here] = (bytes[row * (stride + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0;
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
