import { headers } from "next/headers";
import type { Caller } from "@/lib/access/caller";
import { callerOf } from "./caller-of";

/** Where the request of this action, or of this handler of Next's, comes from. */
export function currentCaller(): Caller {
  return callerOf({ headers: headers() });
}
