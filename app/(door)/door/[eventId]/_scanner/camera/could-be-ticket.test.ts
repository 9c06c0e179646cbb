import { expect, it } from "vitest";
import { couldBeTicket } from "./could-be-ticket";

it.each([
  ["A".repeat(110), true],
  ["A".repeat(60), true],
  ["7F3K-9Q2M", true],
  ["7f3k9q2m", true],
  ["https://example.org/menu", false],
  ["WIFI:S:Guests;T:WPA;P:secret;;", false],
  ["hello", false],
])("%s could be a ticket: %s", (text, expected) => {
  expect(couldBeTicket(text)).toBe(expected);
});
