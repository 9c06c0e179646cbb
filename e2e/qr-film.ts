import { closeSync, openSync, writeSync } from "node:fs";
import { modulesOf } from "./fake-camera";

const width = 640;
const height = 480;
const luma = width * height;

/**
 * Writes a film (raw YUV4MPEG2, 10 frames a second) that holds each text's QR code up for two seconds with half a second of
 * nothing between; Chromium plays it as its camera, over and over.
 */
export function writeQrFilm(file: string, texts: string[]): void {
  const film = openSync(file, "w");
  writeSync(film, `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`);
  const show = (frame: Buffer, times: number) => {
    for (let count = 0; count < times; count++) writeSync(film, Buffer.concat([Buffer.from("FRAME\n"), frame]));
  };
  for (const text of texts) {
    show(frameOf(modulesOf(text)), 20);
    show(frameOf([]), 5);
  }
  closeSync(film);
}

function frameOf(modules: boolean[][]): Buffer {
  const frame = Buffer.alloc(luma * 1.5, 128);
  frame.fill(150, 0, luma);
  if (modules.length === 0) return frame;
  const cells = modules.length + 8;
  const cell = Math.floor((height - 20) / cells);
  const left = Math.floor((width - cells * cell) / 2);
  const top = Math.floor((height - cells * cell) / 2);
  for (let y = 0; y < cells * cell; y++) {
    for (let x = 0; x < cells * cell; x++) {
      const isDark = modules[Math.floor(y / cell) - 4]?.[Math.floor(x / cell) - 4] === true;
      frame[(top + y) * width + left + x] = isDark ? 30 : 230;
    }
  }
  return frame;
}
