import type { Caller } from "@/lib/access/caller";
import { openKnownDeviceToken } from "@/lib/access/known-device";
import type { ApiRequest } from "./answer";
import { clientNetworkOf } from "./client-address";
import { deviceCookie } from "./device-cookie";
import { readCookie } from "./request-actor";

/** Where a request comes from, as signing in counts and remembers it. */
export function callerOf(request: Pick<ApiRequest, "headers">): Caller {
  return {
    network: clientNetworkOf(request.headers),
    userAgent: request.headers.get("user-agent"),
    knownAccounts: openKnownDeviceToken(readCookie(request, deviceCookie.name)),
  };
}
