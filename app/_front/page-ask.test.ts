import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { doorCookie } from "@/app/_server/door-cookie";
import { sessionCookie } from "@/app/_server/session-cookie";
import { pageAskOf } from "./page-ask";

function asking(url: string, headers: Record<string, string> = {}, method = "GET") {
  return pageAskOf(
    Object.assign(new IncomingMessage(new Socket()), { method, url, headers: { host: "localhost", ...headers } }),
  );
}

test.each(["/", "/events", "/events?category=talk&when=past", "/events/a-talk-2"])(
  "%s is a page for anybody",
  (url) => {
    expect(asking(url)).toEqual({ target: url, theme: "system" });
    expect(asking(url, {}, "HEAD")).not.toBeNull();
  },
);

test("the theme is part of what is asked for", () => {
  expect(asking("/events", { cookie: "other=1; theme=dark" })?.theme).toBe("dark");
});

test.each([
  ["a session", "/events", { cookie: `${sessionCookie.name}=x` }],
  ["a session that can't be read", "/events", { cookie: `theme=dark; ${sessionCookie.name}=%E0%A4%A` }],
  ["a phone of a door", "/events", { cookie: `${doorCookie.name}=x` }],
  ["a part of the page", "/events", { rsc: "1" }],
  ["a search", "/events?q=x", {}],
  ["an unknown query", "/events?utm_source=x", {}],
  ["an invitation", "/events/a-talk?invitation=x", {}],
  ["an encoded path", "/events/a%2Ftalk", {}],
  ["another page", "/sign-in", {}],
])("a request with %s is Next's", (_what, url, headers) => {
  expect(asking(url, headers)).toBeNull();
});

test("what is sent is Next's", () => {
  expect(asking("/events", {}, "POST")).toBeNull();
});
