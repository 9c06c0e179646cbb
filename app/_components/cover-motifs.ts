export type CoverPalette = { ground: string; tone: string; shade: string; accent: string };

/** Draws on 480 by 270, as SVG text made of numbers and the palette alone. */
type Motif = (palette: CoverPalette, random: () => number) => string;

const cells = (columns: number, rows: number) =>
  Array.from({ length: columns * rows }, (_, index) => ({ column: index % columns, row: Math.floor(index / columns) }));

/** Quarter discs on a loose grid, one of them in the accent. */
const quarters: Motif = (palette, random) => {
  const size = 90;
  const accentAt = 4 + Math.floor(random() * 10);
  return cells(6, 3)
    .map(({ column, row }, index) => {
      const fill = index === accentAt ? palette.accent : random() < 0.45 ? palette.tone : palette.shade;
      const turn = Math.floor(random() * 4) * 90;
      if (random() < 0.28 && index !== accentAt) return "";
      const [x, y] = [column * size - 30, row * size];
      const place = `rotate(${turn} ${x + size / 2} ${y + size / 2})`;
      const disc = `M${x} ${y}h${size}a${size} ${size} 0 0 1-${size} ${size}Z`;
      return `<path fill="${fill}" stroke="${fill}" stroke-width="0.8" transform="${place}" d="${disc}"/>`;
    })
    .join("");
};

/** Rings round a corner, as of a voice or a stone in water. */
const rings: Motif = (palette, random) => {
  const [x, y] = [40 + random() * 400, random() < 0.5 ? random() * 60 : 210 + random() * 60];
  const gap = 32 + random() * 28;
  const accentAt = 1 + Math.floor(random() * 4);
  const outwards = Array.from({ length: 9 }, (_, index) => 9 - index).map((ring) => {
    const stroke = ring === accentAt ? palette.accent : ring % 2 ? palette.tone : palette.shade;
    const opacity = ring === accentAt ? 1 : Math.max(0.35, 1 - ring * 0.07);
    return `<circle cx="${x}" cy="${y}" r="${ring * gap}" fill="none" stroke-width="${gap / 2}" stroke="${stroke}" stroke-opacity="${opacity}"/>`;
  });
  return `${outwards.join("")}<circle cx="${x}" cy="${y}" r="${gap / 2.2}" fill="${palette.tone}"/>`;
};

/** Rounded columns of different heights: a full house, a skyline, a level meter. */
const columns: Motif = (palette, random) => {
  const accentAt = 2 + Math.floor(random() * 8);
  const drawn = Array.from({ length: 12 }, (_, index) => {
    const height = 50 + Math.floor(random() * 9) * 20;
    const fill = index === accentAt ? palette.accent : index % 3 === 0 ? palette.shade : palette.tone;
    const column = `<rect x="${index * 40 + 4}" y="${270 - height}" width="32" height="${height + 20}" rx="16"/>`;
    const head = `<circle cx="${index * 40 + 20}" cy="${270 - height - 26}" r="${index === accentAt ? 16 : 5}"/>`;
    return `<g fill="${fill}">${column}${head}</g>`;
  });
  return drawn.join("");
};

/** Tickets in rows, one of them taken. */
const tickets: Motif = (palette, random) => {
  const takenAt = 5 + Math.floor(random() * 8);
  return cells(5, 4)
    .map(({ column, row }, index) => {
      const [x, y] = [column * 124 - 70 + (row % 2) * 62, row * 76 - 12];
      const isTaken = index === takenAt;
      const turn = isTaken ? ` transform="rotate(-9 ${x + 54} ${y + 30})"` : "";
      const fill = isTaken ? palette.accent : random() < 0.4 ? palette.tone : palette.shade;
      const paper = `M${x + 8} ${y}h92a8 8 0 0 1 8 8v14a9 9 0 0 0 0 18v14a8 8 0 0 1-8 8h-92a8 8 0 0 1-8-8v-14a9 9 0 0 0 0-18v-14a8 8 0 0 1 8-8Z`;
      const tear = `<path d="M${x + 78} ${y + 8}v46" stroke="${palette.ground}" stroke-width="3" stroke-dasharray="4 6"/>`;
      return `<g${turn}><path fill="${fill}" d="${paper}"/>${tear}</g>`;
    })
    .join("");
};

/** Dots that swell along a slope, like a crowd gathering. */
const crowd: Motif = (palette, random) => {
  const slope = 0.4 + random() * 0.8;
  const accentAt = 40 + Math.floor(random() * 60);
  // A dot is a stroke of no length with round ends: all of one look are one path, in half the bytes
  // of circles.
  const pathOfLook = new Map<string, string>();
  for (const [index, { column, row }] of cells(17, 10).entries()) {
    const nearness = (column / 16) * slope + (row / 9) * (1.2 - slope);
    const width = Math.max(3, Math.min(26, Math.round(nearness * 26 + random() * 5)));
    const color = nearness > 0.55 ? palette.tone : palette.shade;
    const look =
      index === accentAt ? `stroke="${palette.accent}" stroke-width="26"` : `stroke="${color}" stroke-width="${width}"`;
    pathOfLook.set(look, `${pathOfLook.get(look) ?? ""}M${column * 29 + 8} ${row * 29 + 5}h0`);
  }
  const paths = [...pathOfLook].map(([look, path]) => `<path ${look} d="${path}"/>`);
  return `<g stroke-linecap="round">${paths.join("")}</g>`;
};

/** Every drawing an event without a picture may get. */
export const coverMotifs = [quarters, rings, columns, tickets, crowd] as const;
