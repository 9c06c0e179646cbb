import jsQR from "jsqr";
import { readPng } from "../lib/testing/read-png";
import { expect, test } from "./fixtures";
import { makeEvent, registerGuest } from "./make-event";

const choice = {
  id: "meal",
  label: "What do you eat?",
  kind: "choice",
  required: true,
  options: ["Everything", "Vegan"],
};

test("a guest sees the ticket on the event's page: two fields, no other page", async ({
  page,
  request,
  freshEmail,
}) => {
  const event = await makeEvent(request, { capacity: 5 });
  const email = freshEmail();
  await page.goto(event.path);
  let documents = 0;
  page.on("request", (sent) => sent.resourceType() === "document" && documents++);

  await page.getByLabel("Name", { exact: true }).fill("Zoë 🎈 مريم");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Register", exact: true }).click();

  const registration = page.getByRole("complementary", { name: "Registration" });
  await expect(registration.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await expect(registration.getByRole("status")).toBeFocused();
  await expect(registration).toContainText(email);
  expect(documents).toBe(0);

  const picture = registration.getByRole("img", { name: /QR/ });
  expect((await picture.boundingBox())?.width).toBeGreaterThanOrEqual(240);
  const { data, width, height } = readPng(await picture.screenshot());
  expect(jsQR(data, width, height)?.data).toHaveLength(110);
  expect(await event.guests()).toMatchObject([{ name: "Zoë 🎈 مريم", email, status: "confirmed" }]);
});

test("the way to the form is under the thumb while the form is out of sight", async ({ page, request }) => {
  const event = await makeEvent(request, { description: "A long story.\n\n".repeat(80) });
  await page.goto(event.path);
  await page.mouse.wheel(0, 5000);
  const jump = page.getByRole("link", { name: "Register", exact: true });
  await expect(jump).toBeInViewport();
  await jump.click();
  await expect(page.getByLabel("Name", { exact: true })).toBeInViewport();
  await expect(jump).toBeHidden();
});

test("what is wrong is summed up, and what was typed stays", async ({ page, request }) => {
  const event = await makeEvent(request, { questions: [choice] });
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill("no address");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ada");
  await summary.getByRole("link", { name: /address/ }).click();
  await expect(page.getByLabel("E-mail")).toBeFocused();

  await page.getByLabel("E-mail").fill("ada@example.org");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await summary.getByRole("link", { name: /What do you eat/ }).click();
  await expect(page.getByRole("radio", { name: "Everything" })).toBeFocused();
  expect(await event.guests()).toEqual([]);
});

test("a likely slip in the address is pointed out and mended with one tap", async ({ page, request }) => {
  const event = await makeEvent(request);
  await page.goto(event.path);
  await page.getByLabel("E-mail").fill("ada@gmial.com");
  await page.getByLabel("Department").focus();
  await page.getByRole("button", { name: "ada@gmail.com" }).click();
  await expect(page.getByLabel("E-mail")).toHaveValue("ada@gmail.com");
});

test("pressing twice makes one registration", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request);
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill(freshEmail());
  await page.getByRole("button", { name: "Register", exact: true }).dblclick();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  expect(await event.guests()).toHaveLength(1);
});

test("nobody learns from the form who is registered", async ({ page, request, freshEmail, latestMail }) => {
  const event = await makeEvent(request);
  const email = freshEmail();
  await registerGuest(request, event, { email });
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Mallory");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Look in your mail" })).toBeVisible();
  await expect(page.getByRole("img", { name: /QR/ })).toBeHidden();
  expect(await event.guests()).toMatchObject([{ name: "Grace Hopper" }]);
  await latestMail(email, event.title);
});

test("who is signed in registers with one tap and finds the ticket among theirs", async ({ page, request, signIn }) => {
  const event = await makeEvent(request);
  await signIn("attendee41@demo.test");
  await page.goto(event.path);
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "You are registered" })).toBeVisible();
  await page.goto("/registrations");
  await page.getByRole("link", { name: event.title }).click();
  await expect(page.getByRole("img", { name: /QR/ })).toBeVisible();
});
