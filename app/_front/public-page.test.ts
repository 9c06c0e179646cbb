import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { themes } from "@/app/_components/theme";
import { doorCookie } from "@/app/_server/door-cookie";
import { guestCookie } from "@/app/_server/guest-cookie";
import { sessionCookie } from "@/app/_server/session-cookie";
import { isPublicPath, publicPageOf } from "./public-page";

function asked(url: string, headers: Record<string, string> = {}, method = "GET") {
  const request = Object.assign(new IncomingMessage(new Socket()), { method, url, headers });
  return publicPageOf(request, url.split("?", 1)[0] ?? "");
}

test.each(["/", "/events", "/events/a-talk-2", "/events/A%2Fb", "/registrations", "/tickets/x.y", "/surveys/x"])(
  "%s is a public page",
  (path) => expect(isPublicPath(path)).toBe(true),
);

test.each(["/sign-in", "/events/", "/events/a/b", "/eventsx", "/tickets", "/manage", "/api/events", "/profile"])(
  "%s is none",
  (path) => expect(isPublicPath(path)).toBe(false),
);

describe("the canonical target", () => {
  test.each([
    ["/", "/"],
    ["/?utm_source=x", "/"],
    ["/events?", "/events"],
    ["/events?utm_source=x&fbclid=1", "/events"],
    ["/events?when=past&utm_source=x&category=talk", "/events?category=talk&when=past"],
    ["/events?category=talk&when=past", "/events?category=talk&when=past"],
    ["/events?q=&when=", "/events"],
    ["/events?q=caf%C3%A9+%26+x", "/events?q=caf%C3%A9+%26+x"],
    ["/events?q=a&q=b", "/events?q=a"],
    ["/events?me=1&invitation=x", "/events"],
    ["/events/a-talk?q=x&invitation=abc&utm_source=y", "/events/a-talk?invitation=abc"],
    ["/events/a-talk?me=1", "/events/a-talk"],
  ])("of %s is %s", (url, target) => {
    expect(asked(url)).toEqual({ target, theme: "system", isShared: true });
    expect(asked(url, {}, "HEAD")).toEqual(asked(url));
  });

  test("is the same when it is asked for again", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const { target } = asked(`/events?${query}`);
        expect(asked(target).target).toBe(target);
      }),
    );
  });
});

const cookies: Record<string, string> = {
  session: `${sessionCookie.name}=abc`,
  door: `${doorCookie.name}=abc`,
  guest: `${guestCookie.name}=abc`,
  marker: "turnout-reader=person",
  other: "_ga=1",
};

test("what everybody gets depends on path, known parameters and theme, and never on who asks or on any other parameter", () => {
  const path = fc.constantFrom("/", "/events", "/events/a-talk");
  const known = fc.record({ q: fc.string(), category: fc.string(), invitation: fc.string() }, { requiredKeys: [] });
  const unknown = fc.dictionary(
    fc
      .string({ minLength: 1 })
      .filter((name) => !["q", "category", "when", "cursor", "invitation", "me"].includes(name)),
    fc.string(),
  );
  const identity = fc.subarray(Object.keys(cookies));
  fc.assert(
    fc.property(path, known, unknown, identity, fc.constantFrom(...themes), (path, known, unknown, identity, theme) => {
      const themed = `theme=${theme}`;
      const cookie = [...identity.map((name) => cookies[name]), themed].join("; ");
      const everybody = asked(`${path}?${new URLSearchParams(known)}`, { cookie: themed });
      const somebody = asked(`${path}?${new URLSearchParams({ ...unknown, ...known })}`, { cookie });
      expect(somebody).toEqual(everybody);
      expect(somebody.theme).toBe(theme);
    }),
  );
});

test.each(["session", "guest"])("an event's own page is drawn for who has a %s cookie and asks for it", (name) => {
  const cookie = cookies[name] ?? "";
  expect(asked("/events/a-talk?me=1&utm=x&invitation=i", { cookie })).toEqual({
    target: "/events/a-talk?invitation=i&me=1",
    theme: "system",
    isShared: false,
  });
  expect(asked("/events/a-talk?me=2", { cookie }).isShared).toBe(true);
  expect(asked("/events?me=1", { cookie }).isShared).toBe(true);
  expect(asked("/events/a-talk?me=1", { cookie: cookies.door ?? "" }).isShared).toBe(true);
});

test.each(["/registrations", "/tickets/abc?x=1", "/surveys/abc", "/events/A-Talk", "/events/a%20b"])(
  "%s is drawn for whoever asks, as it was asked for",
  (url) => expect(asked(url)).toEqual({ target: url, theme: "system", isShared: false }),
);

test("what is sent is drawn for its sender, and so is an address that is too long to keep", () => {
  expect(asked("/events/a-talk?utm=1", {}, "POST")).toMatchObject({ target: "/events/a-talk?utm=1", isShared: false });
  expect(asked(`/events?q=${"x".repeat(3_000)}`).isShared).toBe(false);
});
