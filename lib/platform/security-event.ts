import { log } from "./log";
import { metrics } from "./metrics";

/**
 * What whoever looks after the site wants to know of: who got in or didn't, and who got rights or
 * data.
 */
const isOfSecurity =
  /^(session|sign_in|password|passkey|second_factor|person|user|member|data|guests|door_link|audit)\./;

/** True for an action that is counted and logged as an event of security. */
export function isSecurityAction(action: string): boolean {
  return isOfSecurity.test(action);
}

/**
 * Counts an event of security and puts it into the log: by name and ids alone, never with what
 * names somebody.
 */
export function noteSecurityEvent(event: string, about: { actorId?: string | null; subjectId?: string } = {}): void {
  metrics().securityEvents.inc({ event });
  log.info({ securityEvent: event, ...about }, "an event of security");
}
