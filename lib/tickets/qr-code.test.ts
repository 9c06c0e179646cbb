import jsQR from "jsqr";
import { expect, it } from "vitest";
import { newId } from "@/lib/platform/id";
import { readPng } from "@/lib/testing/read-png";
import { qrPng, qrSvg } from "./qr-code";
import { ticketCodeOf } from "./ticket-code";

const code = ticketCodeOf({ eventId: newId(), ticketId: newId() });

it("draws for pages what other software decodes", () => {
  const svg = qrSvg(code);
  const width = Number(svg.match(/viewBox="0 0 (\d+) /)?.[1]);
  const scale = 4;
  const pixels = new Uint8ClampedArray(4 * (width * scale) ** 2).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) darken(pixels, width, scale, Number(x), Number(y));
  expect(jsQR(pixels, width * scale, width * scale)?.data).toBe(code);
});

it("draws for mails a small PNG that other software decodes", async () => {
  const png = await qrPng(code);
  expect(png.length).toBeLessThan(3_000);
  const { data, width, height } = readPng(png);
  expect(jsQR(data, width, height)?.data).toBe(code);
});

function darken(pixels: Uint8ClampedArray, width: number, scale: number, x: number, y: number): void {
  for (let row = y * scale; row < (y + 1) * scale; row++) {
    const start = 4 * (row * width * scale + x * scale);
    for (let pixel = 0; pixel < scale; pixel++) pixels.fill(0, start + 4 * pixel, start + 4 * pixel + 3);
  }
}
