const beatMs = 1_000;

/** Tells the launcher every second that this process still turns; it ends one that a hostile request has brought to a halt. */
export function showLife(): void {
  setInterval(() => process.send?.("alive"), beatMs).unref();
}
