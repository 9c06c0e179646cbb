import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import PostalMime from "postal-mime";
import { demoPassword } from "@/e2e/fixtures";
import type { Tally } from "./tally";
import { ask, newVisitor, sendForm } from "./visitor";

type Office = { url: string; tally: Tally };

/**
 * A guest opens the event and registers; resolves with the code of the ticket, where there is one.
 */
export async function register({ url, tally }: Office, event: { eventId: string; slug: string }): Promise<string> {
  const visitor = newVisitor(url);
  await tally.timed("event page", 200, () => ask(visitor, `/events/${event.slug}`));
  const json = { eventId: event.eventId, name: "Colleague", email: `guest-${randomUUID()}@office.test` };
  const answer = await tally.timed("registration", 201, () => ask(visitor, "/api/registrations", { json }));
  return answer.status === 201 ? JSON.parse(answer.text).ticket.code : "";
}

/** Somebody with an account signs in by the page of the password. */
export async function signInByPassword({ url, tally }: Office, email: string): Promise<void> {
  const visitor = newVisitor(url);
  await tally.timed("sign-in by password", 303, async () => {
    const answer = await sendForm(visitor, "/sign-in?step=password", { password: demoPassword, email });
    const isIn = [...visitor.cookies.keys()].some((name) => name.endsWith("session-token"));
    return isIn ? answer : { status: 0, text: `no session: ${answer.status}` };
  });
}

/** A stranger asks for a code, waits for the mail and types it. */
export async function signInByCode({ url, tally }: Office, mailUrl: string): Promise<void> {
  const visitor = newVisitor(url);
  const email = `newcomer-${randomUUID()}@office.test`;
  await tally.timed("asking for a code", 202, () => ask(visitor, "/api/auth/codes", { json: { email } }));
  let code = "";
  await tally.timed("the code's mail", 200, async () => {
    code = await readCode(mailUrl, email);
    return { status: code ? 200 : 0, text: "no code came within a minute" };
  });
  if (code) await tally.timed("sign-in by code", 200, () => ask(visitor, "/api/auth/token", { json: { email, code } }));
}

async function readCode(mailUrl: string, email: string): Promise<string> {
  for (const giveUpAt = Date.now() + 60_000; Date.now() < giveUpAt; await sleep(500)) {
    const list = await fetch(`${mailUrl}/messages?to=${encodeURIComponent(email)}`);
    const { items }: { items: { id: string }[] } = await list.json();
    if (!items[0]) continue;
    const mail = await PostalMime.parse(await (await fetch(`${mailUrl}/messages/${items[0].id}`)).arrayBuffer());
    return mail.text?.match(/\b\d{6}\b|\b\d{3} \d{3}\b/)?.[0].replace(" ", "") ?? "";
  }
  return "";
}
