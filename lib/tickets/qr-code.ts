import { create } from "qrcode";
import { writePng } from "./write-png";

const correction = { errorCorrectionLevel: "M" } as const;
const quietZone = 4;

/** The text as a QR code for a page: one SVG, dark on white in every theme, with the quiet zone that scanners need. */
export function qrSvg(text: string): string {
  const { modules } = create(text, correction);
  const width = modules.size + 2 * quietZone;
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + quietZone} ${row + quietZone}h1v1h-1z`;
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${width}v${width}H0z"/><path fill="#000" d="${path}"/></svg>`
  );
}

/** The text as a QR code for a mail: a PNG of 8 pixels a module, dark on white, with the quiet zone. */
export async function qrPng(text: string): Promise<Buffer> {
  const { modules } = create(text, correction);
  return writePng(modules.size + 2 * quietZone, (pictureRow, pictureColumn) => {
    const [row, column] = [pictureRow - quietZone, pictureColumn - quietZone];
    const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
    return isInside && modules.get(row, column) === 1;
  });
}
