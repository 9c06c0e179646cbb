import { setTimeout as sleep } from "node:timers/promises";
import { test as base, type Cookie, expect, type Page } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";

export { expect };

export const demoPassword = "turnout-demo";

// Signing in takes a second, and most tests need it: each process of the tests does it once for an account. A session is renewed after
// a quarter of an hour, by which all who have its cookie would lose it.
const sessionAgeMs = 8 * 60_000;
const sessions = new Map<string, { cookies: Cookie[]; until: number }>();

type Helpers = {
  /** Signs a demo account in, on the page's whole browser; the page itself is to go somewhere afterwards. */
  signIn: (email: string, page?: Page) => Promise<void>;
  /** An address that no earlier test has used. */
  freshEmail: (name?: string) => string;
  /** The newest mail to an address, waiting for it to be sent; with a subject, the newest whose subject holds it. */
  latestMail: (to: string, subject?: string | RegExp) => Promise<Email>;
};

export const test = base.extend<Helpers>({
  signIn: async ({ page: own }, use) => {
    await use(async (email, page = own) => {
      const kept = sessions.get(email);
      if (kept && kept.until > Date.now()) return page.context().addCookies(kept.cookies);
      await page.goto("/sign-in?step=password");
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Password").fill(demoPassword);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL((url) => url.pathname !== "/sign-in");
      const cookies = (await page.context().cookies()).filter(({ httpOnly }) => httpOnly);
      sessions.set(email, { cookies, until: Date.now() + sessionAgeMs });
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see that nothing is used
  freshEmail: async ({}, use) => {
    let count = 0;
    await use((name = "guest") => `${name}-${Date.now().toString(36)}-${process.pid}-${count++}@example.org`);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see that nothing is used
  latestMail: async ({}, use) => {
    await use(awaitMail);
  },
});

/** The latest mail to this address with such a subject, as soon as it is there. */
export async function awaitMail(to: string, subject: string | RegExp = ""): Promise<Email> {
  const recorder = process.env.MAIL_RECORDER_URL ?? "";
  for (const giveUpAt = Date.now() + 20_000; Date.now() < giveUpAt; await sleep(200)) {
    const answer = await fetch(`${recorder}/messages?to=${encodeURIComponent(to)}`);
    const { items }: { items: { id: string; subject: string }[] } = await answer.json();
    const found = items.find((mail) => mail.subject.search(subject) >= 0);
    if (found) return PostalMime.parse(await (await fetch(`${recorder}/messages/${found.id}`)).arrayBuffer());
  }
  throw new Error(`No mail to ${to} arrived within 20 seconds.`);
}
