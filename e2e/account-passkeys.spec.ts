import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/**
 * A fingerprint reader in software (WebDriver's virtual authenticator, by the DevTools protocol).
 */
async function addAuthenticator(page: Page) {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2" as const,
    transport: "internal" as const,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await devTools.send("WebAuthn.addVirtualAuthenticator", { options });
  const recognise = (isUserVerified: boolean) =>
    devTools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  return { recognise };
}

test("whoever has a passkey opens what they organize with it alone, and can do without it again", async ({
  page,
  freshEmail,
  latestMail,
}) => {
  const email = freshEmail("passkey");
  const { recognise } = await addAuthenticator(page);
  const used = new Set<string>();
  const signInTo = async (next: string) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Send me a code" }).click();
    await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
    let code = "";
    await expect
      .poll(async () => {
        const text = (await latestMail(email, /code/i)).text ?? "";
        code = text.match(/\b\d{3} ?\d{3}\b/)?.[0].replace(" ", "") ?? "";
        return code !== "" && !used.has(code);
      })
      .toBe(true);
    used.add(code);
    await page.getByLabel("Six-digit code").fill(code);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };

  await signInTo("/profile");
  await page.getByLabel("Name of the new passkey").fill("My laptop");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("My laptop")).toBeVisible();
  expect((await latestMail(email, "passkey")).subject).toContain("A passkey was added");

  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.waitForURL("**/events");
  await signInTo("/manage");
  await expect(page.getByRole("heading", { name: "Confirm it’s you" })).toBeVisible();
  await page.goto("/manage");
  await expect(page.getByRole("heading", { name: "Confirm it’s you" })).toBeVisible();
  await recognise(false);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByText("No passkey was used.")).toBeVisible();
  await recognise(true);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Your events" })).toBeVisible();

  await page.goto("/profile");
  await page.getByText("Rename or remove").click();
  await page.getByRole("button", { name: "Remove this passkey" }).click();
  await expect(page.getByText("My laptop")).toBeHidden();
});
