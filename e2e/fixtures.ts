import { setTimeout as sleep } from "node:timers/promises";
import { test as base, expect, type Page } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";

export { expect };

export const demoPassword = "turnout-demo";

type Helpers = {
  /** Signs a demo account in with its password; afterwards the page is wherever signing in leads. */
  signIn: (email: string, page?: Page) => Promise<void>;
  /** An address that no earlier test has used. */
  freshEmail: (name?: string) => string;
  /** The newest mail to an address, waiting for it to be sent; with a subject, the newest whose subject holds it. */
  latestMail: (to: string, subject?: string | RegExp) => Promise<Email>;
};

export const test = base.extend<Helpers>({
  signIn: async ({ page: own }, use) => {
    await use(async (email, page = own) => {
      await page.goto("/sign-in?step=password");
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Password").fill(demoPassword);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL((url) => url.pathname !== "/sign-in");
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

async function awaitMail(to: string, subject: string | RegExp = ""): Promise<Email> {
  const recorder = process.env.MAIL_RECORDER_URL ?? "";
  for (const giveUpAt = Date.now() + 20_000; Date.now() < giveUpAt; await sleep(200)) {
    const answer = await fetch(`${recorder}/messages?to=${encodeURIComponent(to)}`);
    const { items }: { items: { id: string; subject: string }[] } = await answer.json();
    const found = items.find((mail) => mail.subject.search(subject) >= 0);
    if (found) return PostalMime.parse(await (await fetch(`${recorder}/messages/${found.id}`)).arrayBuffer());
  }
  throw new Error(`No mail to ${to} arrived within 20 seconds.`);
}
