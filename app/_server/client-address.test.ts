import { expect, test } from "vitest";
import { clientNetworkOf } from "./client-address";

const networkOf = (address: string) => clientNetworkOf(new Headers({ "x-turnout-client": address }));

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::7", "2001:db8:1:2::/64"],
  ["2001:DB8:1:3::7", "2001:db8:1:3::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["unknown", "unknown"],
])("%s is limited as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
