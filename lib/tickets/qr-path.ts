import { type Bitmap2D, correction, generate, mode } from "lean-qr";

/** The white modules round a code that scanners need. */
export const quietZone = 4;

/**
 * The modules of a text's QR code with error correction M, without the quiet zone; what lies
 * outside is white.
 */
export function qrBitmap(text: string): Bitmap2D {
  // Plain ASCII goes without a character set marker, which old scanners do not know.
  const isAscii = [...text].every((character) => character < "\u0080");
  const { M } = correction;
  return generate(isAscii ? mode.ascii(text) : text, { minCorrectionLevel: M, maxCorrectionLevel: M });
}

/**
 * The dark modules of a text's QR code as one SVG path to stroke with width 1 in a square of
 * `size`, which includes the quiet zone.
 */
export function qrPath(text: string): { size: number; path: string } {
  const bitmap = qrBitmap(text);
  let path = "";
  for (let row = 0; row < bitmap.size; row++) {
    // A run is one horizontal stroke through the middle of its row; the next begins where the last
    // ended.
    let end: number | null = null;
    for (let column = 0; column < bitmap.size; column++) {
      if (!bitmap.get(column, row)) continue;
      const start = column;
      while (bitmap.get(column, row)) column++;
      path += end === null ? `M${start + quietZone} ${row + quietZone}.5` : `m${start - end} 0`;
      path += `h${column - start}`;
      end = column;
    }
  }
  return { size: bitmap.size + 2 * quietZone, path };
}
