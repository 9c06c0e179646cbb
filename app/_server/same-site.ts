import { config } from "@/lib/platform/config";
import type { ApiRequest } from "./answer";

/** True when the request's Origin is this site: the configured address, or the host it was sent to. */
export function isSameSite(request: ApiRequest): boolean {
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === new URL(config().APP_URL).host || host === request.headers.get("host");
}
