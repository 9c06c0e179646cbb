import { demoPassword, expect, test } from "./fixtures";

test("a code from the mail signs in, on the way back to where one wanted to go", async ({
  page,
  freshEmail,
  latestMail,
}) => {
  const email = freshEmail("code");
  await page.goto("/registrations");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await page.reload();
  await expect(page.getByText(email)).toBeVisible();

  const code = (await latestMail(email)).text?.match(/\b\d{6}\b|\b\d{3} \d{3}\b/)?.[0].replace(" ", "") ?? "";
  expect(code).toMatch(/^\d{6}$/);
  const field = page.getByLabel("Six-digit code");
  await expect(field).toHaveAttribute("autocomplete", "one-time-code");
  await field.fill(String((Number(code) + 1) % 1_000_000).padStart(6, "0"));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "not the code" })).toBeFocused();
  await field.fill(` ${code.slice(0, 3)}-${code.slice(3)} `);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "My tickets" })).toBeVisible();
  await expect(page.getByText("No tickets yet")).toBeVisible();
});

test("a wrong password keeps the address, the right one goes on to the page that was asked for", async ({ page }) => {
  await page.goto("/sign-in?step=password&next=%2Fprofile");
  await page.getByLabel("E-mail").fill("attendee43@demo.test");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "wrong" })).toBeFocused();
  await expect(page.getByLabel("E-mail")).toHaveValue("attendee43@demo.test");
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
});

test("signing in from the header leads back to the page one was on", async ({ page }) => {
  await page.goto("/events?when=past");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Password" }).click();
  // The password first: the form before it has a field for the address too.
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByLabel("E-mail").fill("attendee46@demo.test");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/events\?when=past$/);
});

test("signing in never leads to another site", async ({ page, baseURL }) => {
  await page.goto(`/sign-in?step=password&next=${encodeURIComponent("/\\evil.example")}`);
  await page.getByLabel("E-mail").fill("attendee44@demo.test");
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "My tickets" })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(baseURL);
});
