import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import PostalMime, { type Email } from "postal-mime";
import type { z } from "zod";
import { deliverMessage } from "@/lib/notifications/deliver-message";
import { leaseMessages } from "@/lib/notifications/lease-messages";
import { createSesMailer } from "@/lib/platform/ses-mailer";
import type { faultsInput } from "@/lib/platform/ses-recorder/faults";
import type { RecordedMail } from "@/lib/platform/ses-recorder/mail-store";
import { startRecorder } from "@/lib/platform/ses-recorder/recorder-server";

export type ReceivedMail = RecordedMail & { raw: Buffer; email: Email };

/** A mail service of this test alone, and a mailer that sends to it. */
export async function startMail() {
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-mail-"));
  const recorder = await startRecorder({ port: 0, folder, keep: 100_000 });
  const endpoint = `http://127.0.0.1:${recorder.port}`;
  const mailer = createSesMailer({ endpoint });
  return { endpoint, folder, mailer, listMails, readMails, sendDue, setFaults, stop };

  async function listMails(query: Record<string, string> = {}): Promise<RecordedMail[]> {
    const response = await fetch(`${endpoint}/messages?${new URLSearchParams({ limit: "1000", ...query })}`);
    const { items }: { items: RecordedMail[] } = await response.json();
    return items;
  }

  /** The mails to an address, oldest first, taken apart by an independent parser. */
  async function readMails(to: string): Promise<ReceivedMail[]> {
    const items = (await listMails({ to })).reverse();
    return Promise.all(
      items.map(async (item) => {
        const response = await fetch(`${endpoint}/messages/${item.id}`);
        const raw = Buffer.from(await response.arrayBuffer());
        return { ...item, raw, email: await PostalMime.parse(raw) };
      }),
    );
  }

  /** Sends what is due now, as a worker would, until nothing is; returns how many messages it took. */
  async function sendDue(): Promise<number> {
    let taken = 0;
    for (let messages = await leaseMessages(10); messages.length > 0; messages = await leaseMessages(10)) {
      await Promise.all(messages.map((message) => deliverMessage(mailer, message)));
      taken += messages.length;
    }
    return taken;
  }

  async function setFaults(faults: z.input<typeof faultsInput>): Promise<void> {
    await fetch(`${endpoint}/faults`, { method: "PUT", body: JSON.stringify(faults) });
  }

  async function stop(): Promise<void> {
    await recorder.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
