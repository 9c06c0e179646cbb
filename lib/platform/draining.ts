// The guard and Next are bundled apart, so what they share hangs on the process itself.
const holder = globalThis as typeof globalThis & { turnoutDraining?: AbortController };

function controller(): AbortController {
  holder.turnoutDraining ??= new AbortController();
  return holder.turnoutDraining;
}

/** Aborts when this process has been asked to end: streams without an end of their own must close then. */
export function drainSignal(): AbortSignal {
  return controller().signal;
}

/** True once this process has been asked to end. */
export function isDraining(): boolean {
  return controller().signal.aborted;
}

/** Makes this process unready and ends its streams. For whoever answers SIGTERM. */
export function beginDraining(): void {
  controller().abort();
}
