import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import PostalMime from "postal-mime";
import { newId } from "../id";
import { log } from "../log";

/** What the list tells of a recorded mail. Its id rises with time. */
export type RecordedMail = {
  id: string;
  recordedAt: string;
  to: string[];
  from: string;
  subject: string;
  kind: string | null;
  bytes: number;
};

export type MailFilter = { to?: string; kind?: string; before?: string; limit: number };

export type MailStore = {
  /** Keeps a raw mail as a file, dropping the oldest over the limit. */
  add: (raw: Buffer) => Promise<string>;
  /** Recorded mails, newest first; `to` matches any part of an address. */
  list: (filter: MailFilter) => RecordedMail[];
  /** The mail as it was sent, or null. */
  read: (id: string) => Promise<Buffer | null>;
  /** Forgets everything. */
  clear: () => Promise<void>;
};

const suffix = ".eml";

/** The mails recorded in a folder, at most `keep` of them, those of earlier runs included. */
export async function openMailStore(folder: string, keep: number): Promise<MailStore> {
  // A mail holds what its addressee alone may read; a former version made the folder for everybody.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const mails = new Map<string, RecordedMail>();
  const fileOf = (id: string) => path.join(folder, id + suffix);
  const names = (await readdir(folder)).filter((name) => name.endsWith(suffix)).sort();
  for (const name of names) {
    const id = name.slice(0, -suffix.length);
    const mail = await summarize(id, await readFile(fileOf(id))).catch(() => null);
    if (mail) mails.set(id, mail);
    else log.warn({ file: name }, "not a recorded mail");
  }
  await dropOldest();

  return {
    add: async (raw) => {
      const id = newId();
      const mail = await summarize(id, raw);
      await writeFile(fileOf(id), raw, { mode: 0o600 });
      mails.set(id, mail);
      await dropOldest();
      return id;
    },
    list: ({ to, kind, before, limit }) =>
      [...mails.values()]
        .sort((left, right) => (left.id < right.id ? 1 : -1))
        .filter((mail) => !before || mail.id < before)
        .filter((mail) => !kind || mail.kind === kind)
        .filter((mail) => !to || mail.to.some((address) => address.includes(to.trim().toLowerCase())))
        .slice(0, limit),
    read: (id) => (mails.has(id) ? readFile(fileOf(id)) : Promise.resolve(null)),
    clear: () => drop([...mails.keys()]),
  };

  function dropOldest(): Promise<void> {
    return drop([...mails.keys()].slice(0, Math.max(0, mails.size - keep)));
  }

  async function drop(ids: string[]): Promise<void> {
    for (const id of ids) mails.delete(id);
    await Promise.all(ids.map((id) => rm(fileOf(id), { force: true })));
  }
}

async function summarize(id: string, raw: Buffer): Promise<RecordedMail> {
  const headEnd = raw.indexOf("\r\n\r\n");
  const head = await PostalMime.parse(raw.subarray(0, headEnd < 0 ? raw.length : headEnd + 2));
  const recipients = (head.to ?? []).flatMap((entry) => entry.group ?? [entry]);
  return {
    id,
    recordedAt: new Date(Number.parseInt(id.slice(0, 13).replace("-", ""), 16)).toISOString(),
    to: recipients.map(({ address }) => address.toLowerCase()),
    from: head.from?.name || head.from?.address || "",
    subject: head.subject ?? "",
    kind: head.headers.find(({ key }) => key === "x-turnout-kind")?.value ?? null,
    bytes: raw.length,
  };
}
