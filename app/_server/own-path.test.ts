import { describe, expect, it } from "vitest";
import { ownPathOf } from "./own-path";

describe("the path to go on to after signing in", () => {
  it.each(["/", "/events", "/events?q=a%20b&when=past", "/tickets/abc#qr", "/events/été"])("keeps %s", (path) => {
    expect(ownPathOf(path, "/fallback")).toBe(path);
  });

  it.each([
    undefined,
    null,
    ["/events"],
    "",
    "events",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/a\u0000b",
    "/..//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    `/${"a".repeat(1000)}`,
  ])("refuses %j", (value) => {
    expect(ownPathOf(value, "/fallback")).toBe("/fallback");
  });
});
