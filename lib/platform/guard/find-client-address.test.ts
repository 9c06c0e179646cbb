import { expect, test } from "vitest";
import { findClientAddress } from "./find-client-address";

test.each([
  ["no proxy: the header is the caller's own word", "203.0.113.9", "1.1.1.1", 0, "203.0.113.9"],
  ["one proxy: what it saw", "10.0.0.1", "1.1.1.1, 203.0.113.9", 1, "203.0.113.9"],
  ["two proxies: what the outer one saw", "10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", 2, "203.0.113.9"],
  ["fewer entries than proxies", "10.0.0.1", "203.0.113.9", 2, "10.0.0.1"],
  ["nonsense", "10.0.0.1", "<script>", 1, "10.0.0.1"],
  ["an IPv4 address in IPv6 clothes", "::ffff:203.0.113.9", undefined, 0, "203.0.113.9"],
  ["IPv6", "10.0.0.1", "2001:db8::7", 1, "2001:db8::7"],
  ["no connection any more", undefined, undefined, 1, "unknown"],
])("%s", (_, connection, forwardedFor, hops, expected) => {
  expect(findClientAddress(connection, forwardedFor, hops)).toBe(expected);
});
