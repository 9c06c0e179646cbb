import { qrBitmap, qrPath, quietZone } from "./qr-path";
import { writePng } from "./write-png";

/** The text as a QR code for a page: one SVG, dark on white in every theme, with the quiet zone that scanners need. */
export function qrSvg(text: string): string {
  const { size, path } = qrPath(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" d="${path}"/></svg>`
  );
}

/** The text as a QR code for a mail: a PNG of 8 pixels a module, dark on white, with the quiet zone. */
export async function qrPng(text: string): Promise<Buffer> {
  const bitmap = qrBitmap(text);
  return writePng(bitmap.size + 2 * quietZone, (row, column) => bitmap.get(column - quietZone, row - quietZone));
}
