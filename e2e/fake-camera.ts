import type { Page } from "@playwright/test";
import { qrBitmap } from "@/lib/tickets/qr-path";
import { forgetVerdicts } from "./catch-verdict";

/** How a code is held up: light on dark, or with a dark blot over so much of its width. */
export type CodeLook = { isInverted?: boolean; blot?: number };

declare global {
  interface Window {
    holdUp?: (modules: boolean[][] | null, look?: CodeLook) => void;
    holdStill?: () => void;
  }
}

/** Gives the page a camera whose picture the test paints. Call it before the page is opened. */
export async function installFakeCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 1280;
    canvas.height = 720;
    const context = canvas.getContext("2d");
    if (!context) return;
    let held: OffscreenCanvas | null = null;
    // No more than this in each frame: a real camera takes nothing of the page's own time.
    const paint = () => {
      // Something moves in every frame, as in a hand: otherwise the stream would stand still.
      context.fillStyle = `hsl(30 8% ${60 + 4 * Math.sin(performance.now() / 200)}%)`;
      context.fillRect(0, 0, canvas.width, canvas.height);
      if (held) context.drawImage(held, (canvas.width - held.width) / 2, (canvas.height - held.height) / 2);
    };
    const draw = (modules: boolean[][], look: CodeLook) => {
      const cell = Math.floor(560 / (modules.length + 8));
      const size = cell * (modules.length + 8);
      const code = new OffscreenCanvas(size, size);
      const ink = code.getContext("2d");
      if (!ink) return null;
      ink.fillStyle = look.isInverted ? "#111" : "#fff";
      ink.fillRect(0, 0, size, size);
      ink.fillStyle = look.isInverted ? "#fff" : "#111";
      modules.forEach((row, y) => {
        row.forEach((isDark, x) => {
          if (isDark) ink.fillRect((x + 4) * cell, (y + 4) * cell, cell, cell);
        });
      });
      const blot = (look.blot ?? 0) * size;
      ink.fillStyle = "#111";
      ink.fillRect((size - blot) / 2, (size - blot) / 2, blot, blot);
      return code;
    };
    let isStill = false;
    setInterval(() => isStill || paint(), 40);
    window.holdUp = (modules, look = {}) => {
      isStill = false;
      held = modules && draw(modules, look);
      paint();
    };
    window.holdStill = () => {
      isStill = true;
    };
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(25);
  });
}

/** Holds a QR code with this text into the fake camera, or takes it away. */
export async function holdUp(page: Page, text: string | null, look: CodeLook = {}): Promise<void> {
  const modules = text === null ? null : modulesOf(text);
  await forgetVerdicts(page);
  await page.evaluate(([held, its]) => window.holdUp?.(held, its), [modules, look] as const);
}

/** Gives no new frame until something is held up again, so that a browser on a busy computer gets to what it puts off till it is idle. */
export async function holdStill(page: Page): Promise<void> {
  await page.evaluate(() => window.holdStill?.());
}

/** The dark and light squares of the QR code of a text, row by row. */
export function modulesOf(text: string): boolean[][] {
  const bitmap = qrBitmap(text);
  const line = Array.from({ length: bitmap.size }, (_, index) => index);
  return line.map((y) => line.map((x) => bitmap.get(x, y)));
}
