import { expect, test } from "./fixtures";

test("every answer is marked, framed by nobody and run by its own scripts alone", async ({ page, request }) => {
  const answer = await request.get("/events");
  const headers = answer.headers();
  expect(headers["x-request-id"]).toMatch(/^[\w-]{8,}$/);
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'sha256-[^']+'/);
  const own = (await request.get("/sign-in")).headers()["content-security-policy"];
  expect(own).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");

  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("/events");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a nonce that the caller brings is not believed", async ({ request }) => {
  const evil = "script-src 'nonce-ZXZpbA=='";
  const answer = await request.get("/events", { headers: { "Content-Security-Policy": evil, "X-Nonce": "ZXZpbA==" } });
  expect(await answer.text()).not.toContain("ZXZpbA==");
});

test("a page's own address never answers with a component payload", async ({ request }) => {
  const answer = await request.get("/events", { headers: { RSC: "1" } });
  expect(answer.headers()["content-type"]).toContain("text/html");
});

test("the probes answer", async ({ request }) => {
  expect((await request.get("/api/health/live")).status()).toBe(200);
  const ready = await request.get("/api/health/ready");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toMatchObject({ status: "ready", database: "ok" });
  expect(await (await request.get("/api/metrics")).text()).toContain("http_request_duration_seconds_bucket");
});
