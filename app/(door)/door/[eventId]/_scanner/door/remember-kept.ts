const keyOf = (eventId: string) => `door-kept-${eventId}`;

/** Notes outside the database that a list was kept, so that a database cleared by the browser is noticed. */
export function rememberKept(eventId: string, isKept: boolean): void {
  try {
    if (isKept) localStorage.setItem(keyOf(eventId), "yes");
    else localStorage.removeItem(keyOf(eventId));
  } catch {
    // A browser that keeps nothing at all says so with the first scan.
  }
}

/** True when a list was kept here before. */
export function wasKept(eventId: string): boolean {
  try {
    return localStorage.getItem(keyOf(eventId)) !== null;
  } catch {
    return false;
  }
}
