import type { Actor } from "@/lib/access/actor";
import type { LimitName } from "@/lib/platform/limits";
import { clientNetworkOf } from "./client-address";

/**
 * Whose calls a request counts among: a known person's or phone's own; a stranger's network's. So
 * many people behind one address take nothing from each other.
 */
export function callerKeyOf(actor: Actor, headers: Pick<Headers, "get">, limit: LimitName): string {
  if (actor.kind === "device") return `device:${actor.deviceId}`;
  if (actor.kind === "anonymous") return `ip:${clientNetworkOf(headers)}`;
  // Several phones at a door may share one account.
  if (limit === "checkin" && actor.device) return `device:${actor.device.deviceId}`;
  return `user:${actor.userId}`;
}
