import jsQR from "jsqr";
import { expect, it } from "vitest";
import { newId } from "@/lib/platform/id";
import { readPng } from "@/lib/testing/read-png";
import { qrPng, qrSvg } from "./qr-code";
import { qrPath } from "./qr-path";
import { ticketCodeOf } from "./ticket-code";

const code = ticketCodeOf({ eventId: newId(), ticketId: newId() });

it("draws for pages what other software decodes", () => {
  const svg = qrSvg(code);
  const width = Number(svg.match(/viewBox="0 0 (\d+) /)?.[1]);
  const path = /<path stroke="#000" d="([^"]+)"/.exec(svg)?.[1] ?? "";
  expect(decode(path, width)).toBe(code);
});

it("draws a ticket's code in less than 4 kB", () => {
  expect(qrSvg(code).length).toBeLessThan(4_000);
});

it.each(["https://turnout.example/door/abc_-?x=1", "Grüße ✓ 日本", "12345", "x".repeat(1_000)])("draws %s", (text) => {
  const { size, path } = qrPath(text);
  expect(decode(path, size)).toBe(text);
});

it("draws for mails a small PNG that other software decodes", async () => {
  const png = await qrPng(code);
  expect(png.length).toBeLessThan(3_000);
  const { data, width, height } = readPng(png);
  expect(jsQR(data, width, height)?.data).toBe(code);
});

/** What a scanner reads where these strokes are drawn, five pixels a module. */
function decode(path: string, size: number): string | undefined {
  const scale = 5;
  const pixels = new Uint8ClampedArray(4 * (size * scale) ** 2).fill(255);
  let [x, y] = [0, 0];
  for (const [, command, by = "", row] of path.matchAll(/([Mmh])(\d+)(?: (\d+))?(?:\.5)?/g)) {
    if (command === "M") [x, y] = [Number(by), Number(row)];
    if (command === "m") x += Number(by);
    if (command !== "h") continue;
    for (const end = x + Number(by); x < end; x++) darken(pixels, size, scale, x, y);
  }
  return jsQR(pixels, size * scale, size * scale)?.data;
}

function darken(pixels: Uint8ClampedArray, width: number, scale: number, x: number, y: number): void {
  for (let row = y * scale; row < (y + 1) * scale; row++) {
    const start = 4 * (row * width * scale + x * scale);
    for (let pixel = 0; pixel < scale; pixel++) pixels.fill(0, start + 4 * pixel, start + 4 * pixel + 3);
  }
}
