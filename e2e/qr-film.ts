import { closeSync, openSync, writeSync } from "node:fs";
import { modulesOf } from "./fake-camera";

const width = 640;
const height = 480;
const luma = width * height;

/** How the film was shot: blurred by so many pixels, tilted by so many degrees, and in so little light (1 is bright). */
export type FilmLook = { blur?: number; tilt?: number; light?: number };

/**
 * Writes a film (raw YUV4MPEG2, 10 frames a second) that holds each text's QR code up for two seconds with half a second of
 * nothing between; Chromium plays it as its camera, over and over.
 */
export function writeQrFilm(file: string, texts: string[], look: FilmLook = {}): void {
  const film = openSync(file, "w");
  writeSync(film, `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`);
  const show = (frame: Buffer, times: number) => {
    for (let count = 0; count < times; count++) writeSync(film, Buffer.concat([Buffer.from("FRAME\n"), frame]));
  };
  for (const text of texts) {
    show(frameOf(modulesOf(text), look), 20);
    show(frameOf([], look), 5);
  }
  closeSync(film);
}

function frameOf(modules: boolean[][], { blur = 0, tilt = 0, light = 1 }: FilmLook): Buffer {
  const frame = Buffer.alloc(luma * 1.5, 128);
  const sharp = paint(modules, tilt);
  const soft = blur > 0 ? blurred(blurred(sharp, blur, 1, width), blur, width, height) : sharp;
  for (let at = 0; at < luma; at++) {
    // Grain, the same in every run, which is what little light looks like to a camera.
    const grain = light < 1 ? ((at * 2654435761) % 29) - 14 : 0;
    frame[at] = Math.max(0, Math.min(255, 16 + (soft[at] ?? 0) * light + grain));
  }
  return frame;
}

function paint(modules: boolean[][], tilt: number): Float64Array {
  const picture = new Float64Array(luma).fill(150);
  if (modules.length === 0) return picture;
  const cells = modules.length + 8;
  const cell = (height - (tilt ? 120 : 20)) / cells;
  const [sin, cos] = [Math.sin((tilt * Math.PI) / 180), Math.cos((tilt * Math.PI) / 180)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [right, down] = [x - width / 2, y - height / 2];
      const column = Math.floor((right * cos + down * sin) / cell + cells / 2);
      const row = Math.floor((down * cos - right * sin) / cell + cells / 2);
      if (column < 0 || row < 0 || column >= cells || row >= cells) continue;
      picture[y * width + x] = modules[row - 4]?.[column - 4] ? 20 : 220;
    }
  }
  return picture;
}

/** The mean over a stretch of pixels along one axis, once along each being a box blur. */
function blurred(picture: Float64Array, pixels: number, step: number, line: number): Float64Array {
  const soft = new Float64Array(picture.length);
  for (let at = 0; at < picture.length; at++) {
    const place = Math.floor(at / step) % line;
    let [sum, count] = [0, 0];
    for (let off = Math.max(-pixels, -place); off <= pixels && place + off < line; off++) {
      sum += picture[at + off * step] ?? 0;
      count += 1;
    }
    soft[at] = sum / count;
  }
  return soft;
}
