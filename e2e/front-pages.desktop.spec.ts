import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { demoPassword, expect, test } from "./fixtures";
import { makeEvent, registerGuest } from "./make-event";
import { startNextAlone } from "./start-next-alone";

const url = (path: string) => new URL(path, process.env.TURNOUT_URL);

const framework = /__next_f|_next\/static\/chunks/;

/** The cookies that scripts can't read, as a browser sends them. */
async function sessionOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const sessions = cookies.filter(({ httpOnly }) => httpOnly);
  return sessions.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** What the server answers, redirects not followed. */
async function ask(path: string, headers: Record<string, string> = {}, options: RequestInit = {}) {
  const answer = await fetch(url(path), { redirect: "manual", headers, ...options });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

test("a public page is for everybody: no cookie, no nonce, one fixed policy, and a second later at most it is new", async ({
  request,
}) => {
  const event = await makeEvent(request);
  const { headers, body } = await ask(event.path);
  const policy = headers.get("content-security-policy") ?? "";
  expect(headers.get("set-cookie")).toBeNull();
  expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/);
  expect(policy).toBe((await ask("/tickets/none")).headers.get("content-security-policy"));
  expect(body).not.toContain("nonce=");
  // Whoever sends a form's key again gets the first answer, with the ticket.
  expect(body).toContain('name="eventId"');
  expect(body).not.toContain("formKey");
  expect(headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1, must-revalidate");
  await event.change({ summary: "Now with cake" });
  expect((await ask(event.path)).body).toContain("Now with cake");
});

test("built files are good for ever, compressed, and none but those that were built", async () => {
  const html = (await ask("/events")).body + (await ask("/sign-in")).body;
  const files = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.(?:js|css|woff2))"/g)].map(
    ([, file]) => file ?? "",
  );
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const { status, headers } = await ask(file, { "accept-encoding": "gzip" });
    expect([status, headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
    expect(headers.get("content-type")).toMatch(/javascript|css|font/);
    if (!file.endsWith(".woff2")) expect(headers.get("content-encoding")).toBe("gzip");
  }
  for (const path of [
    "/_next/static/..%2fserver/app/page.js",
    "/_next/static/%2e%2e/BUILD_ID",
    "/_next/static/elements/built-from",
    "/_next/static/none.js",
  ])
    expect((await ask(path)).status).toBe(404);
  const worker = await ask("/door-worker.js");
  expect([worker.status, worker.headers.get("cache-control")]).toEqual([200, "public, max-age=0, must-revalidate"]);
});

for (const isFrontOn of [true, false]) {
  test(`no public page carries the framework, whoever asks and for whatever, FRONT=${isFrontOn ? 1 : 0}`, async ({
    browser,
    page,
    request,
    signIn,
    freshEmail,
  }) => {
    const alone = isFrontOn ? null : await startNextAlone(process.env.E2E_RUNNING_DIR ?? "");
    const at = (path: string) => new URL(path, alone?.url ?? process.env.TURNOUT_URL).href;
    try {
      const event = await makeEvent(request);
      const { path: ticket } = await registerGuest(request, event, { email: freshEmail() });
      await signIn("organizer@demo.test");
      const session = await sessionOf(page);
      for (const cookie of ["", session])
        for (const [path, status] of [
          ["/", 307],
          ["/events", 200],
          ["/events?q=talk&utm_source=letter", 200],
          [event.path, 200],
          [`${event.path}?me=1`, 200],
          [ticket, 200],
          ["/registrations", cookie ? 200 : 307],
          ["/events/there-is-none", 404],
          ["/tickets/there-is-none", 404],
          ["/surveys/there-is-none", 404],
        ] as const) {
          const answer = await ask(at(path), { cookie, "accept-encoding": "br" });
          expect([path, answer.status]).toEqual([path, status]);
          expect(answer.body).not.toMatch(framework);
          if (status === 307) expect(answer.body).toBe("");
          else
            expect(answer.body.match(/<script type="module" src="\/_next\/static\/elements\/elements-/g)).toHaveLength(
              1,
            );
          if (status === 404) expect(answer.body).toContain("Nothing here");
          expect((await ask(at(path), { cookie }, { method: "HEAD" })).status).toBe(status);
        }
      const posting = await browser.newPage({ javaScriptEnabled: false });
      await posting.goto(at(event.path));
      await posting.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
      await posting.getByLabel("E-mail").fill(freshEmail());
      await posting.getByRole("button", { name: "Register", exact: true }).click();
      await expect(posting.getByRole("heading", { name: "You’re in" })).toBeVisible();
      expect(await posting.content()).not.toMatch(framework);
      await posting.close();
    } finally {
      alone?.stop();
    }
  });
}

test("whoever asks, and whatever a newsletter adds, gets the same bytes, and once a marker of who they are", async ({
  page,
  request,
  signIn,
}) => {
  const event = await makeEvent(request);
  await signIn("attendee9@demo.test");
  const session = await sessionOf(page);
  for (const path of ["/events?when=past", event.path]) {
    const stranger = await ask(path);
    const query = path.includes("?") ? "&" : "?";
    for (const target of [path, `${path}${query}utm_source=letter&fbclid=x`]) {
      const first = await ask(target, { cookie: session });
      expect(first.headers.get("set-cookie")).toMatch(/^turnout-reader=person; Path=\/; SameSite=Lax; Max-Age=\d+$/);
      expect(first.headers.get("cache-control")).toBe("private, no-store");
      const then = await ask(target, { cookie: `${session}; turnout-reader=person; turnout-door=x` });
      expect(then.headers.get("set-cookie")).toBeNull();
      expect([first.body, then.body]).toEqual([stranger.body, stranger.body]);
    }
    const gone = await ask(path, { cookie: "turnout-reader=person" });
    expect(gone.headers.get("set-cookie")).toContain("turnout-reader=; ");
  }
  await page.goto(event.path);
  expect(await page.evaluate(() => document.documentElement.dataset.reader)).toBe("person");
});

test("an event's own page is for one, and a draft is found by its team alone", async ({ page, request, signIn }) => {
  const event = await makeEvent(request);
  const draft = await makeEvent(request, { isDraft: true });
  expect((await ask(`${event.path}?me=1`)).headers.get("cache-control")).toContain("s-maxage=1");
  expect((await ask(draft.path)).status).toBe(404);
  await signIn("organizer@demo.test");
  const own = await page.goto(`${event.path}?me=1`);
  expect(own?.headers()["cache-control"]).toContain("no-store");
  const seen = await page.goto(draft.path);
  expect([seen?.status(), seen?.headers()["cache-control"]]).toEqual([200, expect.stringContaining("no-store")]);
  await page.context().clearCookies();
  await signIn("attendee9@demo.test");
  expect((await page.goto(draft.path))?.status()).toBe(404);
});

test("links and forms of pages that have the framework arrive at those that have none", async ({ page }) => {
  await page.goto("/sign-in?step=password&next=/registrations");
  await page.getByLabel("E-mail").fill("attendee11@demo.test");
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "My tickets" })).toBeVisible();
  await page.goto("/profile");
  await page.getByRole("link", { name: "Events", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "Events", level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/events");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
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

test("the theme that somebody chose holds on cached pages", async () => {
  const dark = await (await fetch(url("/events"), { headers: { cookie: "theme=dark" } })).text();
  const plain = await (await fetch(url("/events"))).text();
  expect([/<html[^>]* class="dark"/.test(dark), /<html[^>]* class="dark"/.test(plain)]).toEqual([true, false]);
});

test("nothing on a cached page is stopped by its policy", async ({ page, request }) => {
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
