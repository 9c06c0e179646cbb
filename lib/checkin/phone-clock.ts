const toleratedMs = 2_000;

/**
 * How many milliseconds the phone's clock runs behind ours, by when it says that it sent; up to two seconds are the network's, and
 * count as none. Negative when it runs ahead.
 */
export function clockOffsetOf(sentAt: Date | undefined, receivedAt: Date): number {
  const offsetMs = sentAt ? receivedAt.getTime() - sentAt.getTime() : 0;
  return Math.abs(offsetMs) > toleratedMs ? offsetMs : 0;
}

/**
 * What our clock said when the phone's said that; never later than `receivedAt`, and never before
 * the link that the phone came by.
 */
export function ourInstant(
  phoneInstant: Date,
  offsetMs: number,
  receivedAt: Date,
  link: { since: Date } | null | undefined,
): Date {
  const instant = Math.min(phoneInstant.getTime() + offsetMs, receivedAt.getTime());
  return new Date(link ? Math.max(instant, link.since.getTime()) : instant);
}
