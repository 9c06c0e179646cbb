import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { checkReadiness } from "@/lib/platform/readiness";
import { failedPage } from "./failed-page";

vi.mock("@/lib/platform/readiness", () => ({ checkReadiness: vi.fn() }));

function failing(database: "ok" | "failed", method: string) {
  vi.mocked(checkReadiness).mockResolvedValue({ isReady: false, database, redis: "unused", draining: false });
  const headers = { "x-request-id": "failing-1" };
  return failedPage(Object.assign(new IncomingMessage(new Socket()), { method, headers }));
}

test("while the database is out of reach it says when to come back, and a page that was only read asks again by itself", async () => {
  const { status, headers, html } = await failing("failed", "GET");
  expect([status, headers]).toMatchObject([503, { "Retry-After": "5", "Cache-Control": "no-store" }]);
  expect(html).toContain('http-equiv="refresh"');
  expect((await failing("failed", "POST")).html).not.toContain("refresh");
});

test("otherwise it is our fault, with the request's id as reference and a way on", async () => {
  const { status, headers, html } = await failing("ok", "GET");
  expect([status, headers]).toEqual([500, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" }]);
  expect(html).toMatch(/<h1>This page did not load<\/h1>.*href="\/events".*Reference failing-1/);
  expect(html).not.toContain("refresh");
});
