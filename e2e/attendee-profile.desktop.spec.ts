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

  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Set a password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "10 characters" })).toBeFocused();
  await page.getByLabel("Password", { exact: true }).fill("three plain words");
  await page.getByRole("button", { name: "Set a password" }).click();
  await expect(page.getByText("Your password is set.")).toBeVisible();

  const elsewhere = await browser.newPage();
  await elsewhere.goto(new URL("/sign-in?step=password", page.url()).href);
  await elsewhere.getByLabel("E-mail").fill(email);
  await elsewhere.getByLabel("Password").fill("three plain words");
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(elsewhere.getByRole("heading", { name: "My tickets" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("The others are signed out.")).toBeVisible();
  await elsewhere.close();
});
