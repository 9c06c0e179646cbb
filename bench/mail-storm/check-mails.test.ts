import { expect, test } from "vitest";
import { checkMails, type Settled } from "./check-mails";

const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second));
const message = (id: string, kind: string, given: Partial<Settled> = {}): Settled => ({
  ...{
    id,
    kind: `registration_${kind}`,
    registrationId: "r",
    status: "sent",
    sentAt: at(10),
    lastError: null,
    ...given,
  },
});
const confirmed = message("a", "confirmed");
const cancelled = message("b", "cancelled", { sentAt: at(20) });

test("finds nothing wrong with mails that came once, in order, and counts a copy from an unfinished lease", () => {
  const mails = [1, 2].map((second) => ({ messageId: "a", at: at(second) }));
  expect(checkMails([confirmed, cancelled], [...mails, { messageId: "b", at: at(15) }])).toEqual({
    copies: 1,
    faults: [],
  });
});

test.each([
  ["one that never arrived", [confirmed], [], /never arrived/],
  [
    "one that was given up",
    [message("a", "confirmed", { status: "dead", lastError: "why" })],
    [],
    /ended as dead: why/,
  ],
  [
    "one sent again after it was done",
    [confirmed],
    [
      { messageId: "a", at: at(1) },
      { messageId: "a", at: at(11) },
    ],
    /sent again/,
  ],
  [
    "a cancellation before its confirmation",
    [confirmed, cancelled],
    [
      { messageId: "b", at: at(1) },
      { messageId: "a", at: at(2) },
    ],
    /before its confirmation/,
  ],
])("catches %s", (_, messages, mails, fault) => {
  expect(checkMails(messages, mails).faults.join()).toMatch(fault);
});
