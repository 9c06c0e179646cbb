import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";
import { makeEvent, registerGuest } from "./make-event";

test("the guest list is searched, filtered, exported as shown, and a seat given up moves the line", async ({
  page,
  request,
  signIn,
  freshEmail,
  latestMail,
}) => {
  const event = await makeEvent(request, { capacity: 2 });
  const waiting = freshEmail("waiting");
  const places = [
    { name: "=HYPERLINK(1)", department: "Sales", email: freshEmail() },
    { name: "Åsa Ångström", department: "Research", email: freshEmail() },
    { name: "Wanda Waiting", email: waiting },
  ];
  for (const place of places) {
    const answer = await request.post("/api/registrations", { data: { eventId: event.id, ...place } });
    expect(answer.status()).toBe(201);
  }
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/guests`);
  await expect(page.getByRole("link", { name: "All 3" })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("link", { name: "Waitlist 1" })).toBeVisible();

  await page.getByRole("searchbox").fill("asa angstrom");
  await page.getByRole("searchbox").press("Enter");
  await page.waitForURL(/q=asa/);
  await expect(page.getByRole("rowheader")).toHaveText([/Åsa Ångström/]);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(3);
  await page.getByLabel("Department").selectOption("Sales");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.waitForURL(/department=Sales/);
  await expect(page.getByRole("rowheader")).toHaveCount(1);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export this list" }).click(),
  ]);
  const file = readFileSync(await download.path(), "utf8");
  expect(file.startsWith("\uFEFFName,E-mail,")).toBe(true);
  expect(file.split("\r\n")).toHaveLength(3);
  expect(file).toContain("\r\n'=HYPERLINK(1),");

  await page.getByRole("link", { name: "=HYPERLINK(1)" }).click();
  await page.getByText("Cancel this registration…").click();
  await page.getByRole("button", { name: "Cancel the registration" }).click();
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  expect((await event.guests()).find(({ email }) => email === waiting)).toMatchObject({ status: "confirmed" });
  await latestMail(waiting, event.title);
});

test("a new ticket voids the old one", async ({ page, request, signIn, freshEmail }) => {
  const event = await makeEvent(request);
  const ticket = await registerGuest(request, event, { name: "Lost Ticket", email: freshEmail() });
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/guests`);
  await page.getByRole("link", { name: "Lost Ticket" }).click();
  await page.getByRole("button", { name: "Send a new ticket" }).click();
  await expect(page.getByRole("status").filter({ hasText: "on its way" })).toBeVisible();
  expect((await request.get(ticket.path)).status()).toBe(404);
});

test("cancelling says how many people are told, and tells them", async ({
  page,
  request,
  signIn,
  freshEmail,
  latestMail,
}) => {
  const event = await makeEvent(request);
  const email = freshEmail();
  await registerGuest(request, event, { email });
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/cancel`);
  await page.getByLabel("Reason").fill("The hall is flooded.");
  await page.getByRole("button", { name: "Cancel and tell 1 person" }).click();
  await page.waitForURL(new RegExp(`/manage/${event.id}$`));
  const mail = await latestMail(email, /cancel/i);
  expect(mail.text).toContain("The hall is flooded.");
});

test("strangers and door staff find nothing to manage", async ({ page, request, signIn }) => {
  const event = await makeEvent(request, { isDraft: true });
  await page.goto(`/manage/${event.id}/guests`);
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`/manage/${event.id}/guests`)}`);
  for (const email of ["organizer2@demo.test", "staff@demo.test"]) {
    await page.context().clearCookies();
    await signIn(email);
    for (const part of ["", "/guests", "/edit", "/team", "/door", "/cancel", "/duplicate", "/guests/export"])
      expect((await page.request.get(`/manage/${event.id}${part}`)).status(), `${email} ${part}`).toBe(404);
    expect((await page.request.get(event.path)).status()).toBe(404);
    await page.goto(`/manage/${event.id}/guests`);
    await expect(page).toHaveTitle("Nothing here · Turnout");
  }
  expect((await page.request.get("/manage/no-such-id")).status()).toBe(404);
  expect((await page.request.get("/manage/events/new")).status()).toBe(404);
});
