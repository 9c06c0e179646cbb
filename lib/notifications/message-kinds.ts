import type { MessageKind } from "@/lib/platform/outbox";

/** The kinds that are about a person's account, and about no event. */
export type AccountKind = "person_invitation" | "security_notice" | "test_mail";

/** The kinds that tell a person of their own registration. */
export type AttendeeKind = Exclude<MessageKind, "sign_in_code" | "team_invitation" | "announcement" | AccountKind>;

/** True for a kind that is about an account. */
export function isAccountKind(kind: MessageKind): kind is AccountKind {
  return kind === "person_invitation" || kind === "security_notice" || kind === "test_mail";
}
