import { expect, test } from "./fixtures";

test("name, department and password are one's own to change", async ({ page, browser, freshEmail, latestMail }) => {
  const email = freshEmail("profile");
  await page.goto("/sign-in?next=%2Fprofile");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  const code = (await latestMail(email)).text?.match(/\b\d{6}\b|\b\d{3} \d{3}\b/)?.[0] ?? "";
  await page.getByLabel("Six-digit code").fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();

  await page.getByLabel("Name", { exact: true }).fill("Katherine Johnson");
  await page.getByLabel("Department").fill("Research");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.locator("summary[aria-label='Account of Katherine Johnson']")).toBeVisible();

  // The code has proved who this is: no other one is asked for.
  await page.getByRole("link", { name: "Set a password" }).click();
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Set a password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "10 characters" })).toBeFocused();
  await page.getByLabel("Password", { exact: true }).fill("Katherine1918");
  await page.getByRole("button", { name: "Set a password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "made of your name" })).toBeFocused();
  await page.getByLabel("Password", { exact: true }).fill("three plain words");
  await page.getByRole("button", { name: "Set a password" }).click();
  await expect(page.getByText("Your password is set.")).toBeVisible();
  await expect.poll(async () => (await latestMail(email)).subject, { timeout: 15_000 }).toBe("A password was set");
  await page.getByRole("link", { name: "To your profile" }).click();

  const elsewhere = await browser.newPage();
  await elsewhere.goto(new URL("/sign-in?step=password", page.url()).href);
  await elsewhere.getByLabel("E-mail").fill(email);
  await elsewhere.getByLabel("Password").fill("three plain words");
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(elsewhere.getByRole("heading", { name: "My tickets" })).toBeVisible();
  // A session that was opened by password proves nothing new: a code comes first.
  await elsewhere.goto(new URL("/profile/password", page.url()).href);
  await expect(elsewhere.getByRole("heading", { name: "Confirm that it’s you" })).toBeVisible();
  await expect(elsewhere.getByLabel("Password")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("This one")).toHaveCount(1);
  await page.getByRole("button", { name: /^End / }).click();
  await expect(page.getByRole("button", { name: /^End / })).toHaveCount(0);
  await elsewhere.goto(new URL("/profile", page.url()).href);
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await elsewhere.close();
});
