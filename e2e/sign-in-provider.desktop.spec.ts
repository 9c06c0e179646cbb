import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, type Page, test } from "@playwright/test";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import { type OidcServer, startOidc } from "@/lib/testing/start-oidc";
import { readRunning, startProduct } from "./start-product";

test.describe.configure({ mode: "serial" });

const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-oidc-"));
let site = "";
let oidc: OidcServer;
let product: Awaited<ReturnType<typeof startProduct>>;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const port = await findFreePort();
  site = `http://localhost:${port}`;
  oidc = await startOidc(site, { claims: ["groups"] });
  product = await startProduct({
    PORT: String(port),
    TURNOUT_DATA_DIR: dataDir,
    TURNOUT_DEMO: "0",
    RATE_LIMIT_SCALE: "0",
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: oidc.clientId,
    OIDC_CLIENT_SECRET: oidc.clientSecret,
    OIDC_NAME: "Acme account",
    OIDC_ROLE_CLAIM: "groups",
    OIDC_ORGANIZER_VALUES: "events",
    OIDC_SIGN_OUT: "1",
    LOCAL_SIGN_IN: "0",
  });
});

test.afterAll(async () => {
  await product?.stop();
  await oidc?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function mailTo(email: string): Promise<string> {
  const { MAIL_RECORDER_URL } = readRunning(dataDir);
  for (const giveUpAt = Date.now() + 20_000; Date.now() < giveUpAt; await sleep(200)) {
    const answer = await fetch(`${MAIL_RECORDER_URL}/messages?to=${encodeURIComponent(email)}`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    if (items[0]) return (await fetch(`${MAIL_RECORDER_URL}/messages/${items[0].id}`)).text();
  }
  throw new Error(`no mail to ${email}`);
}

/**
 * Presses the button once the script has brought what its form needs; before that a second press
 * would be asked for.
 */
async function goOnWithAccount(page: Page): Promise<void> {
  await expect(page.locator("input[name=csrfToken]")).not.toHaveValue("");
  await page.getByRole("button", { name: "Continue with Acme account" }).click();
}

test("the company account signs in to where one wanted to go, gives its role, and signs out at both ends", async ({
  page,
}) => {
  oidc.person = { sub: "1", email: "grace@acme.test", email_verified: true, name: "Grace Hopper", groups: ["events"] };
  await page.goto(`${site}/manage/events/new`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveCount(0);
  await goOnWithAccount(page);
  await expect(page.getByRole("heading", { name: "New event" })).toBeVisible();
  await page.goto(`${site}/profile`);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Grace Hopper");
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.waitForURL(`${oidc.issuer}/**`);
  await page.getByRole("button", { name: /sign me out/i }).click();
  await page.waitForURL(`${site}/events`);
  await page.goto(`${site}/profile`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("an address that the account does not vouch for is proved by a code", async ({ page }) => {
  oidc.person = { sub: "2", email: "ada@acme.test", name: "Ada" };
  await page.goto(`${site}/sign-in?next=%2Fprofile`);
  await goOnWithAccount(page);
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await expect(page.getByText("Acme account does not say that this address is yours.")).toBeVisible();
  const code = (await mailTo("ada@acme.test")).match(/\b\d{3} ?\d{3}\b/)?.[0] ?? "";
  await page.getByLabel("Six-digit code").fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("ada@acme.test").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
});

test("works without scripts, by a second press", async ({ browser }) => {
  oidc.person = { sub: "3", email: "plain@acme.test", email_verified: true, name: "Plain" };
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${site}/sign-in?next=%2Fprofile`);
  await page.getByRole("button", { name: "Continue with Acme account" }).click();
  await page.getByRole("button", { name: "Continue with Acme account" }).click();
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
});

test("says in words why nobody is signed in", async ({ page }) => {
  const attempt = async () => {
    await page.goto(`${site}/sign-in`);
    await goOnWithAccount(page);
  };
  oidc.person = { sub: "4", email: "grace@acme.test", email_verified: true };
  await attempt();
  await expect(page.getByText("another identity there signs in to")).toBeVisible();
  await page.context().clearCookies();
  oidc.person = { sub: "5" };
  await attempt();
  await expect(page.getByText("did not tell us your e-mail address")).toBeVisible();
  await page.context().clearCookies();
  oidc.lie = { signedBy: "a stranger" };
  await attempt();
  await expect(page.getByText("could not be checked")).toBeVisible();
  await oidc.stop();
  await attempt();
  await expect(page.getByText("can’t be reached at the moment")).toBeVisible();
});
