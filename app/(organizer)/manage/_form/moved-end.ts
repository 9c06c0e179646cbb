const twoHoursMs = 2 * 60 * 60 * 1000;

/** Where a local end goes when the local start moves: as long after it as before, or two hours where there was no sensible end. */
export function movedEnd(oldStart: string, newStart: string, end: string): string {
  const lengthMs = wallClock(end) - wallClock(oldStart);
  const kept = lengthMs > 0 ? lengthMs : twoHoursMs;
  const moved = new Date(wallClock(newStart) + kept);
  return Number.isNaN(moved.getTime()) ? end : moved.toISOString().slice(0, 16);
}

// Only differences matter here, so the wall clock may be read as if it were UTC.
function wallClock(local: string): number {
  return Date.parse(`${local}Z`);
}
