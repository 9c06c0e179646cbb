import { isPublicPath } from "./public-page";

/**
 * How many of each kind may be in flight at once: what a process gets done in some seconds.
 * Thousands of registrations are decided in one batch, while Next takes ten milliseconds for a page
 * or a form; a form that is refused is worse for a person than a slow one.
 */
export const slotLimits = {
  registration: 4_500,
  checkin: 1_500,
  api: 600,
  live: 400,
  form: 1_000,
  page: 600,
  sharedPage: 300,
  asset: 2_000,
  probe: 100,
};

/**
 * The kinds of work of a process. Each has its own slots, so that a rush on one leaves the others
 * their room.
 */
export type Work = keyof typeof slotLimits;

/** The kind of work that a request is. */
export function workOf(method: string, path: string): Work {
  if (path.startsWith("/api/")) return apiWorkOf(method, path);
  const isRead = method === "GET" || method === "HEAD";
  if (isPublicPath(path)) return isRead ? "page" : "form";
  if (/^\/(?:_next|covers|pictures)\/|\.\w+$/.test(path)) return "asset";
  return isRead ? "page" : "form";
}

function apiWorkOf(method: string, path: string): Work {
  if (path.endsWith("/live") && !path.startsWith("/api/health/")) return "live";
  if (path.startsWith("/api/checkin")) return "checkin";
  if (path === "/api/registrations" && method === "POST") return "registration";
  if (path.startsWith("/api/health/") || path === "/api/metrics") return "probe";
  return "api";
}

const inFlight = new Map<Work, number>();

/** Takes a slot and returns how to release it, once; null when all are taken. */
export function takeSlot(work: Work): (() => void) | null {
  const taken = slotsTaken(work);
  if (taken >= slotLimits[work]) return null;
  inFlight.set(work, taken + 1);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    inFlight.set(work, slotsTaken(work) - 1);
  };
}

function slotsTaken(work: Work): number {
  return inFlight.get(work) ?? 0;
}
