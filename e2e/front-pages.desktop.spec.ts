import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "./fixtures";
import { makeEvent } from "./make-event";

const url = (path: string) => new URL(path, process.env.TURNOUT_URL);

test("a public page is for anybody: no cookie, no nonce, its scripts by their hashes, and a second later at most it is new", async ({
  request,
}) => {
  const event = await makeEvent(request);
  const answer = await fetch(url(event.path));
  const html = await answer.text();
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+'/);
  expect(policy).not.toMatch(/nonce|unsafe-inline'.*script|strict-dynamic/);
  expect(html).not.toContain("nonce=");
  // Whoever sends a form's key again gets the first answer, with the ticket.
  expect(html).toContain('name="eventId"');
  expect(html).not.toContain("formKey");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1, must-revalidate");
  await event.change({ summary: "Now with cake" });
  expect(await (await fetch(url(event.path))).text()).toContain("Now with cake");
});

test("built files are good for ever, compressed, and none but those that were built", async () => {
  const html = await (await fetch(url("/events"))).text();
  const files = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.(?:js|css|woff2))"/g)].map(
    ([, file]) => file ?? "",
  );
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const answer = await fetch(url(file), { headers: { "accept-encoding": "gzip" } });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
    expect(answer.headers.get("content-type")).toMatch(/javascript|css|font/);
    if (!file.endsWith(".woff2")) expect(answer.headers.get("content-encoding")).toBe("gzip");
  }
  for (const path of [
    "/_next/static/..%2fserver/app/page.js",
    "/_next/static/%2e%2e/BUILD_ID",
    "/_next/static/none.js",
  ])
    expect((await fetch(url(path))).status).toBe(404);
});

test("what did not change is not sent again, however often it was drawn meanwhile", async ({ request }) => {
  const opensAt = new Date(Date.now() + 3_600_000).toISOString();
  const event = await makeEvent(request, { registrationOpensAt: opensAt });
  for (const path of ["/events?when=past", event.path]) {
    // Drawn while the database is slow, the same page comes in other pieces, and is new to the browser once.
    await expect(async () => {
      const first = await fetch(url(path));
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^W\/"/);
      await sleep(2_500);
      const again = await fetch(url(path), { headers: { "if-none-match": `"x", ${etag}` } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }).toPass();
  }
});

test("a cancelled event is never shown as open, however many look", async ({ request }) => {
  const event = await makeEvent(request, { capacity: 50 });
  let isCancelled = false;
  let stale = 0;
  const looking = Array.from({ length: 20 }, async () => {
    for (const until = Date.now() + 3_000; Date.now() < until; await sleep(5)) {
      const askedAfter = isCancelled;
      const html = await (await fetch(url(event.path))).text();
      if (askedAfter && !html.includes("No speakers")) stale += 1;
    }
  });
  await sleep(1_000);
  await event.cancel("No speakers");
  isCancelled = true;
  await Promise.all(looking);
  expect(stale).toBe(0);
});

test("who is signed in gets a page of their own, and nobody else sees it", async ({ page, signIn }) => {
  await signIn("attendee9@demo.test");
  const own = await page.goto("/events");
  expect(own?.headers()["cache-control"]).toContain("no-store");
  await expect(page.locator("summary[aria-label^=Account]")).toBeVisible();
  const anybodys = await (await fetch(url("/events"))).text();
  expect(anybodys).not.toContain("attendee9@demo.test");
});

test("the theme that a stranger chose holds on kept pages", async () => {
  const dark = await (await fetch(url("/events"), { headers: { cookie: "theme=dark" } })).text();
  const plain = await (await fetch(url("/events"))).text();
  expect([/<html[^>]* class="dark"/.test(dark), /<html[^>]* class="dark"/.test(plain)]).toEqual([true, false]);
});

test("nothing on a kept page is stopped by its policy", async ({ page, request }) => {
  const event = await makeEvent(request, { capacity: 9 });
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("/events");
  await page.goto(event.path);
  await expect(page.getByText("9 of 9 seats left")).toBeVisible();
  await page.getByRole("link", { name: "Events", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "Events", level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});
