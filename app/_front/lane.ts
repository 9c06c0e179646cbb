/**
 * How many may be on their way at once: what a process gets done in some seconds. Thousands of registrations are decided together, while
 * Next takes ten milliseconds for a page or a form; a form that is refused is worse for a person than one that takes its time.
 */
export const mostInFlight = {
  registration: 4_500,
  checkin: 1_500,
  api: 600,
  live: 400,
  form: 1_000,
  page: 600,
  asset: 2_000,
  probe: 100,
};

/** The ways through the process. Each has its own share, so that a rush on one leaves the others their room. */
export type Lane = keyof typeof mostInFlight;

/** The lane that a request belongs to. */
export function laneOf(method: string, path: string): Lane {
  if (path.startsWith("/api/")) return apiLaneOf(method, path);
  if (path.startsWith("/_next/") || path.startsWith("/covers/") || /\.\w+$/.test(path)) return "asset";
  return method === "GET" || method === "HEAD" ? "page" : "form";
}

function apiLaneOf(method: string, path: string): Lane {
  if (path.endsWith("/live") && !path.startsWith("/api/health/")) return "live";
  if (path.startsWith("/api/checkin")) return "checkin";
  if (path === "/api/registrations" && method === "POST") return "registration";
  if (path.startsWith("/api/health/") || path === "/api/metrics") return "probe";
  return "api";
}

const inFlight = new Map<Lane, number>();

/** Takes a place in the lane and returns how to give it back, once; null when all are taken. */
export function takePlace(lane: Lane): (() => void) | null {
  const taken = placesTaken(lane);
  if (taken >= mostInFlight[lane]) return null;
  inFlight.set(lane, taken + 1);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    inFlight.set(lane, placesTaken(lane) - 1);
  };
}

function placesTaken(lane: Lane): number {
  return inFlight.get(lane) ?? 0;
}
