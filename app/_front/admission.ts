import { shareOf } from "./fair-share";
import { isPublicPath } from "./public-page";

/**
 * How many of each kind may be in flight at once: what a process gets done in some seconds.
 * Thousands of registrations are decided in one batch, while Next takes ten milliseconds for a page
 * or a form; a form that is refused is worse for a person than a slow one. An office of 500 that
 * comes at once is one network, which has half of them.
 */
export const slotLimits = {
  registration: 4_500,
  checkin: 1_500,
  api: 1_200,
  live: 400,
  form: 1_000,
  page: 1_200,
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

// However full it is, a network gets so many of the slots that are left.
const leastOfNetwork = 10;

type Taken = { count: number; byNetwork: Map<string, number> };
const inFlight = new Map<Work, Taken>();

/**
 * Takes a slot for somebody of this network and returns how to release it, once; null when all are
 * taken, or this network holds its share of them. What everybody gets is for no network (null).
 */
export function takeSlot(work: Work, network: string | null): (() => void) | null {
  const taken = slotsTaken(work);
  const most = slotLimits[work];
  if (taken.count >= most) return null;
  const own = network === null ? 0 : (taken.byNetwork.get(network) ?? 0);
  if (network !== null) {
    if (own >= shareOf({ most, taken: taken.count, least: leastOfNetwork })) return null;
    taken.byNetwork.set(network, own + 1);
  }
  taken.count += 1;
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    taken.count -= 1;
    if (network === null) return;
    const left = (taken.byNetwork.get(network) ?? 1) - 1;
    if (left > 0) taken.byNetwork.set(network, left);
    else taken.byNetwork.delete(network);
  };
}

function slotsTaken(work: Work): Taken {
  const known = inFlight.get(work);
  if (known) return known;
  const taken: Taken = { count: 0, byNetwork: new Map() };
  inFlight.set(work, taken);
  return taken;
}
