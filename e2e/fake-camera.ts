import type { Page } from "@playwright/test";
import QRCode from "qrcode";

/** How a code is held up: light on dark, or with a dark blot over so much of its width. */
export type CodeLook = { isInverted?: boolean; blot?: number };

declare global {
  interface Window {
    holdUp?: (modules: boolean[][] | null, look?: CodeLook) => void;
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
    let modules: boolean[][] | null = null;
    let look: CodeLook = {};
    const paint = () => {
      // Something moves in every frame, as in a hand: otherwise the stream would stand still.
      context.fillStyle = `hsl(30 8% ${60 + 4 * Math.sin(performance.now() / 200)}%)`;
      context.fillRect(0, 0, canvas.width, canvas.height);
      if (!modules) return;
      const cell = Math.floor(560 / (modules.length + 8));
      const size = cell * (modules.length + 8);
      const left = (canvas.width - size) / 2;
      const top = (canvas.height - size) / 2;
      context.fillStyle = look.isInverted ? "#111" : "#fff";
      context.fillRect(left, top, size, size);
      context.fillStyle = look.isInverted ? "#fff" : "#111";
      modules.forEach((row, y) => {
        row.forEach((isDark, x) => {
          if (isDark) context.fillRect(left + (x + 4) * cell, top + (y + 4) * cell, cell, cell);
        });
      });
      const blot = (look.blot ?? 0) * size;
      context.fillStyle = "#111";
      context.fillRect(left + (size - blot) / 2, top + (size - blot) / 2, blot, blot);
    };
    setInterval(paint, 40);
    window.holdUp = (next, nextLook = {}) => {
      modules = next;
      look = nextLook;
      paint();
    };
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(25);
  });
}

/** Holds a QR code with this text into the fake camera, or takes it away. */
export async function holdUp(page: Page, text: string | null, look: CodeLook = {}): Promise<void> {
  const modules = text === null ? null : modulesOf(text);
  await page.evaluate(([held, its]) => window.holdUp?.(held, its), [modules, look] as const);
}

/** The dark and light squares of the QR code of a text, row by row. */
export function modulesOf(text: string): boolean[][] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => data[y * size + x] === 1));
}
