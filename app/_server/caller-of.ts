import type { Caller } from "@/lib/access/caller";
import type { ApiRequest } from "./answer";
import { clientNetworkOf } from "./client-address";

/** Where a request comes from, as signing in counts and remembers it. */
export function callerOf({ headers }: Pick<ApiRequest, "headers">): Caller {
  return { network: clientNetworkOf(headers), userAgent: headers.get("user-agent"), knownAccounts: [] };
}
