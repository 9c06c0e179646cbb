import { expect, test } from "./fixtures";
import { mailedPathIn } from "./mailed-path";
import { makeEvent, registerGuest } from "./make-event";

test("one person registers for three, and each gets a ticket to hand on", async ({
  page,
  request,
  freshEmail,
  latestMail,
}) => {
  const event = await makeEvent(request, { guestsPerPerson: 3 });
  const email = freshEmail("lead");
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByText("Bring up to 3 guests").click();
  await page.getByLabel("Name of guest 1").fill("Ben");
  await page.getByLabel("Name of guest 3").fill("Cem مرحبا");
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await expect(page.getByLabel("Name of guest 1")).toHaveValue("Ben");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  expect((await latestMail(email, /You’re in/)).text).toContain("Ticket for Ben");

  await page.getByRole("link", { name: "Open the ticket" }).click();
  await page.getByRole("link", { name: /Cem/ }).click();
  await expect(page.getByText("Cem مرحبا").first()).toBeVisible();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await page.getByText("This guest can’t come").click();
  await page.getByRole("button", { name: "Cancel this guest’s place" }).click();
  await expect(page.getByText("Registration cancelled")).toBeVisible();
  expect((await event.guests()).map(({ name, status }) => [name, status]).sort()).toEqual([
    ["Ada Lovelace", "confirmed"],
    ["Ben", "confirmed"],
    ["Cem مرحبا", "cancelled"],
  ]);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a ticket is passed on to a colleague, and the old one is void", async ({
      page,
      request,
      freshEmail,
      latestMail,
    }) => {
      const event = await makeEvent(request);
      const [own, other] = [freshEmail("own"), freshEmail("colleague")];
      const ticket = await registerGuest(request, event, { email: own });
      // What the form's answer opens can show and cancel; the mail's link is the owner's.
      await page.goto(ticket.path);
      await expect(page.getByText(/open the link in the mail that you got/)).toBeVisible();
      await expect(page.getByText("Pass my ticket on")).toHaveCount(0);
      const mailed = mailedPathIn(await latestMail(own, /You’re in/));
      await page.goto(mailed);
      await page.getByText("Pass my ticket on").click();
      await page.getByLabel("Their name").fill("Katherine Johnson");
      await page.getByLabel("Their e-mail").fill(own);
      await page.getByRole("button", { name: "Pass the ticket on" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "your own address" })).toBeVisible();
      await expect(page.getByLabel("Their name")).toHaveValue("Katherine Johnson");
      await page.getByLabel("Their e-mail").fill(other);
      await page.getByRole("button", { name: "Pass the ticket on" }).click();
      await expect(page.getByText("Registration cancelled")).toBeVisible();
      for (const path of [ticket.path, mailed]) expect((await request.get(path)).status()).toBe(404);
      const mail = await latestMail(other, /passed on to you/);
      expect(mail.attachments.map(({ filename }) => filename)).toContain("ticket.png");
      await latestMail(own, /You passed your ticket on/);
    });

    test("a seat that must be taken is taken with one press", async ({ page, request, freshEmail, latestMail }) => {
      const event = await makeEvent(request, { capacity: 1, confirmWithinMinutes: 60 });
      const first = await registerGuest(request, event, { email: freshEmail("first") });
      const email = freshEmail("promoted");
      await request.post("/api/registrations", { data: { eventId: event.id, name: "Mary Jackson", email } });
      await page.goto(first.path);
      await page.getByText("I can’t come").click();
      await page.getByRole("button", { name: "Cancel my registration" }).click();
      const mail = await latestMail(email, /A seat is yours/);
      const link = mail.text?.match(/https?:\/\/\S+\/tickets\/\S{64}/)?.[0] ?? "";
      await page.goto(new URL(link).pathname);
      await expect(page.getByText(/Do you come\? Please answer by/)).toBeVisible();
      await page.getByRole("button", { name: "Yes, I come" }).click();
      await expect(page.getByText("Thank you. The seat is yours.")).toBeVisible();
      await page.reload();
      await expect(page.getByRole("button", { name: "Yes, I come" })).toHaveCount(0);
    });
  });
}
