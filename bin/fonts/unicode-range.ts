/** The code points of a CSS unicode-range. */
export function parseRanges(text: string): Set<number> {
  const points = new Set<number>();
  for (const range of text.split(",")) {
    const [first = 0, last = first] = range
      .replace("U+", "")
      .split("-")
      .map((hex) => Number.parseInt(hex, 16));
    for (let point = first; point <= last; point++) points.add(point);
  }
  return points;
}

/** These code points as a CSS unicode-range, in ascending order and with the fewest ranges. */
export function formatRanges(points: Set<number>): string {
  const ranges: { first: number; last: number }[] = [];
  for (const point of [...points].sort((one, other) => one - other)) {
    const range = ranges.at(-1);
    if (range && range.last === point - 1) range.last = point;
    else ranges.push({ first: point, last: point });
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return ranges.map(({ first, last }) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ""}`).join(", ");
}
