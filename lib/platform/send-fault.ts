/**
 * What a refusal of the mail service means. Of this mail alone: `rejected`, it will never be taken;
 * `undeliverable`, because its mailbox does not exist; `deferred`, not yet. Of the service:
 * `throttled`, slow down; `refused`, it does not serve us; `unreachable`, it can't be asked;
 * `resting`, it was not asked; `unavailable`, it failed; `uncertain`, maybe after it took the mail.
 * `declined` may be either: it does not pass this mail on.
 */
export type SendFaultKind =
  | "rejected"
  | "undeliverable"
  | "deferred"
  | "throttled"
  | "refused"
  | "declined"
  | "unreachable"
  | "resting"
  | "unavailable"
  | "uncertain";

/** Why a mail was not taken by the mail service. */
export class SendFault extends Error {
  override readonly name = "SendFault";
  constructor(
    readonly kind: SendFaultKind,
    message: string,
    cause?: unknown,
  ) {
    super(message.slice(0, 500), { cause });
  }
}
