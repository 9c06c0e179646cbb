import { expect, test } from "./fixtures";
import { makeEvent, registerGuest } from "./make-event";

test("a request waits for the organizer, whose yes is a ticket and whose no is a mail", async ({
  page,
  browser,
  request,
  signIn,
  freshEmail,
  latestMail,
}) => {
  const event = await makeEvent(request, { approval: "holds_seat", capacity: 2 });
  const [yes, no] = [freshEmail("yes"), freshEmail("no")];
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(event.path);
  await visitor.getByLabel("Name").fill("Ada Lovelace");
  await visitor.getByLabel("E-mail").fill(yes);
  await visitor.getByRole("button", { name: "Ask to come" }).click();
  await expect(visitor.getByRole("heading", { name: "You asked to come" })).toBeVisible();
  await request.post("/api/registrations", { data: { eventId: event.id, name: "Grace Hopper", email: no } });

  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/guests`);
  await page.getByRole("link", { name: "Requests 2" }).click();
  await page.getByRole("button", { name: "Approve Ada Lovelace" }).click();
  await expect(page.getByRole("link", { name: "Requests 1" })).toBeVisible();
  await page.getByRole("button", { name: "Decline Grace Hopper" }).click();
  await expect(page.getByRole("link", { name: "Registered 1" })).toBeVisible();
  expect((await latestMail(yes, /You’re in/)).attachments.map(({ filename }) => filename)).toContain("ticket.png");
  await latestMail(no, /No place this time/);
  await visitor.getByRole("link", { name: "Your request" }).click();
  await expect(visitor.getByText("Registered", { exact: true })).toBeVisible();
  await expect(visitor.getByRole("img", { name: /QR code/ })).toBeVisible();
});

test("an invitation link lets in, and a new one shuts the old one out", async ({ page, browser, request, signIn }) => {
  const event = await makeEvent(request, { eligibility: "invitation" });
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(event.path);
  await expect(visitor.getByRole("heading", { name: "By invitation only" })).toBeVisible();

  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/guests`);
  const link = page.getByText(/\?invitation=/);
  const first = (await link.textContent()) ?? "";
  await visitor.goto(new URL(first).pathname + new URL(first).search);
  await expect(visitor.getByRole("button", { name: "Register" })).toBeVisible();
  await page.getByText("Replace the link…").click();
  await page.getByRole("button", { name: "Make a new link" }).click();
  await expect(link).not.toHaveText(first);

  await visitor.getByLabel("Name").fill("Late");
  await visitor.getByLabel("E-mail").fill("late@example.org");
  await visitor.getByRole("button", { name: "Register" }).click();
  await expect(visitor.getByRole("alert").filter({ hasText: "by invitation only" })).toBeVisible();
  await expect(visitor.getByLabel("Name")).toHaveValue("Late");
});

test("an event for departments asks who one is, and turns others away", async ({ page, request, signIn }) => {
  const event = await makeEvent(request, {
    eligibility: "departments",
    eligibleDepartments: ["Research", "No such one"],
  });
  await page.goto(event.path);
  await expect(page.getByRole("heading", { name: "For Research and No such one" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in to register" })).toBeVisible();
  const other = await makeEvent(request, { eligibility: "departments", eligibleDepartments: ["No such one"] });
  await signIn("attendee3@demo.test");
  await page.goto(other.path);
  await expect(page.getByText("You belong to another department")).toBeVisible();
});

test("a list out of a spreadsheet becomes guests, each told apart, and its faults are named by line", async ({
  page,
  request,
  signIn,
  freshEmail,
  latestMail,
}) => {
  const event = await makeEvent(request, { capacity: 2 });
  const [first, second, third] = [freshEmail("first"), freshEmail("second"), freshEmail("third")];
  await registerGuest(request, event, { email: first });
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/guests`);
  await page.getByRole("link", { name: "Add people" }).click();
  const list = page.getByLabel("People");
  await list.fill(`E-mail;Name;Team\n${first};Grace;\nnonsense;Nobody;Sales`);
  await page.getByRole("button", { name: "Add them" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Line 3:" })).toBeFocused();
  await expect(list).toHaveValue(/nonsense;Nobody;Sales/);
  await list.fill(`E-mail;Name;Team\n${first};Grace;\n${second};Ben "B" Öz;Sales\n${third};Cem;`);
  await page.getByRole("button", { name: "Add them" }).click();
  await expect(page.getByText("1 registered, 1 on the waitlist, 1 were there already")).toBeVisible();
  await expect(page.getByRole("rowheader")).toHaveText(["Grace", 'Ben "B" Öz', "Cem"]);
  await latestMail(second, /You’re in/);
  await latestMail(third, /waitlist/);
});

test("the form keeps who may come, and names what is missing", async ({ page, request, signIn }) => {
  const event = await makeEvent(request);
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/edit`);
  await page.getByText("Who may come").click();
  await page.getByLabel("Who may register").selectOption("People of certain departments");
  await page.getByLabel("Guests one may bring").fill("2");
  await page.getByLabel("Hours to answer after moving up").fill("0.1");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("a quarter of an hour");
  await page.getByLabel("Hours to answer after moving up").fill("1.5");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Name at least one department." })).toBeFocused();
  await page.getByLabel("Departments").fill("Research\nDesign\n");
  await page.getByLabel("Your approval").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  expect(await (await request.get(`/api/events/${event.id}`)).json()).toMatchObject({
    ...{ eligibility: "departments", eligibleDepartments: ["Research", "Design"] },
    ...{ approval: "holds_seat", guestsPerPerson: 2, confirmWithinMinutes: 90 },
  });
});
