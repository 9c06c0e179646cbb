import type { ReactNode } from "react";

export type CoverPalette = { ground: string; tone: string; shade: string; accent: string };

type Motif = (palette: CoverPalette, random: () => number) => ReactNode;

const cells = (columns: number, rows: number) =>
  Array.from({ length: columns * rows }, (_, index) => ({ column: index % columns, row: Math.floor(index / columns) }));

/** Quarter discs on a loose grid, one of them in the accent. */
const quarters: Motif = (palette, random) => {
  const size = 90;
  const accentAt = 4 + Math.floor(random() * 10);
  return cells(6, 3).map(({ column, row }, index) => {
    const fill = index === accentAt ? palette.accent : random() < 0.45 ? palette.tone : palette.shade;
    const turn = Math.floor(random() * 4) * 90;
    if (random() < 0.28 && index !== accentAt) return null;
    const [x, y] = [column * size - 30, row * size];
    return (
      <path
        key={`${column}-${row}`}
        fill={fill}
        stroke={fill}
        strokeWidth={0.8}
        transform={`rotate(${turn} ${x + size / 2} ${y + size / 2})`}
        d={`M${x} ${y}h${size}a${size} ${size} 0 0 1-${size} ${size}Z`}
      />
    );
  });
};

/** Rings round a corner, as of a voice or a stone in water. */
const rings: Motif = (palette, random) => {
  const [x, y] = [40 + random() * 400, random() < 0.5 ? random() * 60 : 210 + random() * 60];
  const gap = 32 + random() * 28;
  const accentAt = 1 + Math.floor(random() * 4);
  return (
    <>
      {Array.from({ length: 9 }, (_, index) => 9 - index).map((ring) => (
        <circle
          key={ring}
          cx={x}
          cy={y}
          r={ring * gap}
          fill="none"
          strokeWidth={gap / 2}
          stroke={ring === accentAt ? palette.accent : ring % 2 ? palette.tone : palette.shade}
          strokeOpacity={ring === accentAt ? 1 : Math.max(0.35, 1 - ring * 0.07)}
        />
      ))}
      <circle cx={x} cy={y} r={gap / 2.2} fill={palette.tone} />
    </>
  );
};

/** Rounded columns of different heights: a full house, a skyline, a level meter. */
const columns: Motif = (palette, random) => {
  const accentAt = 2 + Math.floor(random() * 8);
  return Array.from({ length: 12 }, (_, index) => index).map((index) => {
    const height = 50 + Math.floor(random() * 9) * 20;
    return (
      <g key={index} fill={index === accentAt ? palette.accent : index % 3 === 0 ? palette.shade : palette.tone}>
        <rect x={index * 40 + 4} y={270 - height} width={32} height={height + 20} rx={16} />
        <circle cx={index * 40 + 20} cy={270 - height - 26} r={index === accentAt ? 16 : 5} />
      </g>
    );
  });
};

/** Tickets in rows, one of them taken. */
const tickets: Motif = (palette, random) => {
  const takenAt = 5 + Math.floor(random() * 8);
  return cells(5, 4).map(({ column, row }, index) => {
    const [x, y] = [column * 124 - 70 + (row % 2) * 62, row * 76 - 12];
    const isTaken = index === takenAt;
    return (
      <g key={`${column}-${row}`} transform={isTaken ? `rotate(-9 ${x + 54} ${y + 30})` : undefined}>
        <path
          fill={isTaken ? palette.accent : random() < 0.4 ? palette.tone : palette.shade}
          d={`M${x + 8} ${y}h92a8 8 0 0 1 8 8v14a9 9 0 0 0 0 18v14a8 8 0 0 1-8 8h-92a8 8 0 0 1-8-8v-14a9 9 0 0 0 0-18v-14a8 8 0 0 1 8-8Z`}
        />
        <path d={`M${x + 78} ${y + 8}v46`} stroke={palette.ground} strokeWidth={3} strokeDasharray="4 6" />
      </g>
    );
  });
};

/** Dots that swell along a slope, like a crowd gathering. */
const crowd: Motif = (palette, random) => {
  const slope = 0.4 + random() * 0.8;
  const accentAt = 40 + Math.floor(random() * 60);
  return cells(17, 10).map(({ column, row }, index) => {
    const nearness = (column / 16) * slope + (row / 9) * (1.2 - slope);
    const radius = Math.max(1.5, Math.min(13, nearness * 13 + random() * 2.5));
    return (
      <circle
        key={`${column}-${row}`}
        cx={column * 29 + 8}
        cy={row * 29 + 5}
        r={index === accentAt ? 13 : radius}
        fill={index === accentAt ? palette.accent : nearness > 0.55 ? palette.tone : palette.shade}
      />
    );
  });
};

/** Every drawing an event without a picture may get. */
export const coverMotifs = [quarters, rings, columns, tickets, crowd] as const;
