import { expectAccessible, expectNoSidewaysScroll } from "./expect-accessible";
import { expect, test } from "./fixtures";
import { makeEvent } from "./make-event";

// Each looks at several pages, and a look takes seconds on a busy machine.
test.slow();

test("one's own events and the form of a new one", async ({ page, signIn }) => {
  await signIn("organizer@demo.test");
  for (const path of ["/manage", "/manage?view=drafts", "/manage?view=past", "/manage?view=cancelled"]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await page.goto("/manage/events/new");
  for (const part of ["Seats and registration", "Who may come", "Description and picture", "Questions at registration"])
    await page.getByText(part).click();
  await page.getByRole("button", { name: "Add a question" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("There is a problem")).toBeVisible();
  await expectAccessible(page);
});

test("the pages of one event", async ({ page, request, signIn, freshEmail }) => {
  const event = await makeEvent(request, { capacity: 1 });
  const asked = await makeEvent(request, { approval: "holds_seat" });
  await request.post("/api/registrations", { data: { eventId: asked.id, name: "Asker", email: freshEmail() } });
  for (const name of ["Ada Lovelace", "Grace Hopper"])
    await request.post("/api/registrations", { data: { eventId: event.id, name, email: freshEmail() } });
  await signIn("organizer@demo.test");
  for (const part of ["guests", "guests?q=nobody", "edit", "team", "door", "duplicate", "cancel"]) {
    await page.goto(`/manage/${event.id}/${part}`);
    await expectAccessible(page);
  }
  const invited = await makeEvent(request, { eligibility: "invitation" });
  for (const path of [`${asked.id}/guests?status=pending`, `${invited.id}/guests`, `${event.id}/guests/add`]) {
    await page.goto(`/manage/${path}`);
    await expectAccessible(page);
  }
  await page.goto(`/manage/${event.id}/guests`);
  await page.getByRole("link", { name: "Ada Lovelace" }).click();
  await page.getByText("Cancel this registration…").click();
  await expectAccessible(page);
});

test("nothing scrolls sideways at 320 pixels, whatever the names", async ({ page, request, signIn, freshEmail }) => {
  const title = `Donaudampfschifffahrtsgesellschaft${"skapitän".repeat(12)} مرحبا`;
  const event = await makeEvent(request, { title, venue: "W".repeat(120) });
  const guest = { name: "ش".repeat(90), department: "D".repeat(80), email: freshEmail() };
  await request.post("/api/registrations", { data: { eventId: event.id, ...guest } });
  await signIn("organizer@demo.test");
  for (const path of ["", "/events/new", ...["guests", "edit", "team", "door"].map((part) => `/${event.id}/${part}`)]) {
    await page.goto(`/manage${path}`);
    await expectNoSidewaysScroll(page);
  }
});
