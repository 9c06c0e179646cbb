import { config } from "../config";
import type { MailFilter, RecordedMail } from "./mail-store";

/** Mails that the local recorder holds, newest first, one more than asked for when more follow. */
export async function listRecordedMails({ limit, ...filter }: MailFilter): Promise<RecordedMail[]> {
  const given = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams([...given, ["limit", String(limit + 1)]]);
  const response = await ask(`/messages?${query}`);
  const { items }: { items: RecordedMail[] } = await response.json();
  return items;
}

/** One recorded mail as it was sent, or null when there is none (any more). */
export async function findRecordedMail(id: string): Promise<Buffer | null> {
  const response = await ask(`/messages/${encodeURIComponent(id)}`);
  return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
}

function ask(path: string): Promise<Response> {
  const { SES_ENDPOINT } = config();
  if (!SES_ENDPOINT) throw new Error("there is no recorder to ask: SES_ENDPOINT is not set");
  return fetch(new URL(path, SES_ENDPOINT), { cache: "no-store", signal: AbortSignal.timeout(15_000) });
}
