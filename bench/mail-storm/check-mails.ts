/** A message as the outbox has it in the end. */
export type Settled = {
  id: string;
  kind: string;
  registrationId: string;
  status: string;
  sentAt: Date | null;
  lastError: string | null;
};
/** A mail as the far end got it. */
export type Arrived = { messageId: string; at: Date };

/**
 * What is wrong with how messages became mails, judged from both ends alone: one that never arrived, one that was sent again after its
 * lease had been finished, a cancellation that came before its confirmation.
 */
export function checkMails(messages: Settled[], mails: Arrived[]): { copies: number; faults: string[] } {
  const timesById = new Map<string, number[]>();
  for (const { messageId, at } of mails) timesById.set(messageId, [...(timesById.get(messageId) ?? []), at.getTime()]);
  const timesOf = ({ id }: Settled) => timesById.get(id) ?? [];
  const faults = messages.flatMap((message) => faultsOf(message, timesOf(message)));
  const confirmations = new Map(
    messages
      .filter(({ kind }) => kind === "registration_confirmed")
      .map((message) => [message.registrationId, message]),
  );
  for (const cancellation of messages.filter(({ kind }) => kind === "registration_cancelled")) {
    const confirmation = confirmations.get(cancellation.registrationId);
    if (confirmation && Math.min(...timesOf(cancellation)) < Math.max(...timesOf(confirmation)))
      faults.push(`registration ${cancellation.registrationId} heard of its cancellation before its confirmation`);
  }
  return { copies: mails.length - timesById.size, faults };
}

function faultsOf({ id, kind, status, sentAt, lastError }: Settled, arrivedAtMs: number[]): string[] {
  if (status !== "sent" || !sentAt) return [`${kind} ${id} ended as ${status}: ${lastError}`];
  if (arrivedAtMs.length === 0) return [`${kind} ${id} counts as sent and never arrived`];
  const late = arrivedAtMs.filter((at) => at > sentAt.getTime());
  return late.length === 0 ? [] : [`${kind} ${id} was sent again after it was done`];
}
