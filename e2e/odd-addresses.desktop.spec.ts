import { expect, test } from "./fixtures";
import { makeEvent } from "./make-event";

// A cursor of some other list, or what no database takes: the first page is shown, and nothing breaks.
test("lists of one's own show their first page where the address means nothing", async ({ page, signIn, request }) => {
  const event = await makeEvent(request, { title: "Odd addresses" });
  await signIn("organizer@demo.test");
  const elsewhere = (await (await request.get("/api/events?limit=1")).json()).nextCursor;
  const manage = `/manage/${event.id}`;
  for (const list of [
    "/registrations",
    "/registrations?when=past",
    "/manage",
    `${manage}/guests`,
    `${manage}/survey`,
    `/door/${event.id}/log`,
  ]) {
    for (const odd of [`cursor=${elsewhere}`, "cursor=%00", "q=%00", "question=%00"]) {
      const address = `${list}${list.includes("?") ? "&" : "?"}${odd}`;
      expect((await page.request.get(address)).status(), address).toBe(200);
    }
  }
});

test("an address of the API that does not exist is told so in a problem document", async ({ request }) => {
  const answer = await request.get("/api/nothing");
  expect(answer.status()).toBe(404);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
});
