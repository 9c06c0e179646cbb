import { describe, expect, test } from "vitest";
import { isHostAllowed } from "./is-host-allowed";

const named = { names: ["turnout.example.org"], allowsPrivateNetworks: false };
const unnamed = { names: [], allowsPrivateNetworks: true };

describe("a site with a name", () => {
  test.each(["turnout.example.org", "TURNOUT.example.org:8443", "localhost:3000", "127.0.0.1:3000", "[::1]:3000"])(
    "answers as %s",
    (host) => expect(isHostAllowed(host, named)).toBe(true),
  );

  test.each([
    ...["evil.example", "turnout.example.org.evil.example", "192.168.1.5:3000", "10.0.0.1", "printer.local"],
    ...["", undefined, "a b", "turnout.example.org/x", "turnout.example.org@evil.example", "x,turnout.example.org"],
  ])("does not answer as %s", (host) => expect(isHostAllowed(host, named)).toBe(false));
});

describe("a site without a name yet", () => {
  test.each(["192.168.1.5:3000", "10.1.2.3", "172.20.0.2:3000", "[fd00::1]:3000", "laptop.local:3000"])(
    "answers the office network as %s",
    (host) => expect(isHostAllowed(host, unnamed)).toBe(true),
  );

  test.each(["evil.example", "8.8.8.8", "172.32.0.1", "[2001:db8::1]"])("does not answer as %s", (host) =>
    expect(isHostAllowed(host, unnamed)).toBe(false),
  );
});
