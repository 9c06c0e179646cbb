import { demoPassword, expect, test } from "./fixtures";
import { makeEvent } from "./make-event";

test.use({ javaScriptEnabled: false });

test("registering, cancelling and undoing need no script", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request, { capacity: 1, waitlistEnabled: false });
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("e-mail");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ada Lovelace");

  await page.getByLabel("E-mail").fill(freshEmail());
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await expect(page.getByRole("img", { name: /QR/ })).toBeVisible();

  await page.getByRole("link", { name: "Open the ticket" }).click();
  await page.getByText("I can’t come").click();
  await page.getByRole("button", { name: "Cancel my registration" }).click();
  await expect(page.getByText("Your registration is cancelled")).toBeVisible();
  await expect(page.getByRole("img", { name: /QR/ })).toBeHidden();
  expect(await event.guests()).toMatchObject([{ status: "cancelled" }]);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Registered", { exact: true })).toBeVisible();
  expect(await event.guests()).toMatchObject([{ status: "confirmed" }]);
});

test("the same form sent twice makes one registration, and says where the ticket is", async ({
  page,
  request,
  freshEmail,
  latestMail,
}) => {
  const event = await makeEvent(request);
  const email = freshEmail();
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Register", exact: true }).dblclick();
  await expect(page.getByRole("heading", { name: /You’re in|Look in your mail/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Look in your mail" })).toBeVisible();
  expect(await event.guests()).toHaveLength(1);
  await latestMail(email, event.title);
});

test("an empty form is told all that it lacks at once, and a guest's registration is remembered in this browser", async ({
  page,
  request,
  freshEmail,
}) => {
  const question = { id: "diet", label: "What do you eat?", kind: "text", required: true };
  const event = await makeEvent(request, { questions: [question] });
  await page.goto(event.path);
  await page.getByRole("button", { name: "Register", exact: true }).click();
  for (const lacking of ["Enter a name.", "e-mail address", "What do you eat?"])
    await expect(page.getByRole("alert")).toContainText(lacking);

  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(freshEmail());
  await page.getByLabel("What do you eat?").fill("Anything");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  const path = `/api/me/events/${event.id}`;
  const here = await (await page.request.get(path)).json();
  expect(here.registration).toMatchObject({ status: "confirmed", name: "Ada Lovelace" });
  expect((await (await request.get(path)).json()).registration).toBeNull();
});

test("signing in, the theme and signing out need no script", async ({ page }) => {
  await page.goto("/registrations");
  await page.getByRole("link", { name: "Password" }).click();
  await page.getByLabel("E-mail").fill("attendee42@demo.test");
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "My tickets" })).toBeVisible();

  await page.locator("summary[aria-label^=Account]").click();
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.locator("summary[aria-label^=Account]").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("somebody signed in registers with one press on the page drawn for them, and finds the ticket there", async ({
  page,
  request,
  signIn,
}) => {
  const event = await makeEvent(request);
  await signIn("attendee36@demo.test");
  await page.goto(event.path);
  await page.getByRole("link", { name: "Show this page as yours" }).click();
  await expect(page.getByText("attendee36@demo.test").first()).toBeAttached();
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await expect(page.getByText("We sent the ticket to attendee36@demo.test")).toBeVisible();
  await page.goto(`${event.path}?me=1`);
  await expect(page.getByRole("heading", { name: "You are registered" })).toBeVisible();
});
