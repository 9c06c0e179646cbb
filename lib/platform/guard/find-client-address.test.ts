import { expect, test } from "vitest";
import { comesFromProxy, findClientAddress } from "./find-client-address";
import { readProxyList, trustedProxies } from "./trusted-proxies";

const isProxy = trustedProxies("127.0.0.1, ::1, 10.0.0.0/8, 2001:db8:ffff::/48");

test.each([
  ["no proxy: the header is the caller's own word", "10.0.0.1", "1.1.1.1", 0, "10.0.0.1"],
  ["one proxy: what it saw", "10.0.0.1", "1.1.1.1, 203.0.113.9", 1, "203.0.113.9"],
  ["two proxies: what the outer one saw", "10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", 2, "203.0.113.9"],
  ["a forged header of somebody who calls directly", "203.0.113.9", "1.1.1.1", 1, "203.0.113.9"],
  ["a forged header of somebody who passes the outer proxy by", "10.0.0.1", "1.1.1.1, 203.0.113.9", 2, "203.0.113.9"],
  ["more proxies in the header than may stand in front", "10.0.0.1", "1.1.1.1, 10.0.0.3, 10.0.0.2", 1, "10.0.0.2"],
  ["fewer entries than proxies", "10.0.0.1", "203.0.113.9", 2, "203.0.113.9"],
  ["nonsense", "10.0.0.1", "<script>", 1, "10.0.0.1"],
  ["a proxy that says nothing", "10.0.0.1", undefined, 1, "10.0.0.1"],
  ["an IPv4 address in IPv6 clothes", "::ffff:203.0.113.9", undefined, 0, "203.0.113.9"],
  ["a proxy in IPv6 clothes", "::ffff:10.0.0.1", "::ffff:203.0.113.9", 1, "203.0.113.9"],
  ["IPv6", "2001:db8:ffff::1", "2001:db8::7", 1, "2001:db8::7"],
  ["no connection any more", undefined, "1.1.1.1", 1, "unknown"],
])("%s", (_, connection, forwardedFor, hops, expected) => {
  expect(findClientAddress(connection, forwardedFor, { hops, isProxy })).toBe(expected);
});

test("other forwarded headers count from a listed proxy alone", () => {
  expect(comesFromProxy("::ffff:10.1.2.3", { hops: 1, isProxy })).toBe(true);
  expect(comesFromProxy("10.1.2.3", { hops: 0, isProxy })).toBe(false);
  expect(comesFromProxy("192.0.2.1", { hops: 1, isProxy })).toBe(false);
  expect(comesFromProxy(undefined, { hops: 1, isProxy })).toBe(false);
});

test("a word that is no address is named when the list is read", () => {
  expect(() => readProxyList("10.0.0.0/8, proxy.example.org")).toThrow();
  expect(() => readProxyList("10.0.0.0/33")).toThrow();
});
