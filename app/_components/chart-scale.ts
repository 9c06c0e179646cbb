/** The round numbers of an axis from 0 up to at least `max`, at most five of them above zero. */
export function axisTicks(max: number): number[] {
  const rough = Math.max(max, 1) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? 1);
  const whole = Number.isInteger(step) ? step : Math.ceil(step);
  const count = Math.max(1, Math.ceil(max / whole));
  return Array.from({ length: count + 1 }, (_, index) => index * whole);
}

/** Which of `count` labels to print so that at most `most` stand in a row, the first and the last among them. */
export function labelledIndexes(count: number, most: number): Set<number> {
  if (count <= most) return new Set(Array.from({ length: count }, (_, index) => index));
  return new Set(Array.from({ length: most }, (_, index) => Math.round((index * (count - 1)) / (most - 1))));
}
