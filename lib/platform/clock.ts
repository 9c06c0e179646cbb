let offsetMs = 0;

/** The current instant. The only clock of the product; tests move it with `setClock`. */
export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** Makes `now()` start at the given instant and run on from there; null returns to real time. For tests. */
export function setClock(instant: Date | null): void {
  offsetMs = instant === null ? 0 : instant.getTime() - Date.now();
}
