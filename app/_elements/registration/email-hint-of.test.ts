import { describe, expect, it } from "vitest";
import { emailHintOf } from "./email-hint-of";

describe("the hint on a mistyped address", () => {
  it.each([
    ["ada@gmial.com", "ada@gmail.com"],
    ["ada@gmai.com", "ada@gmail.com"],
    ["ada@gmaill.com", "ada@gmail.com"],
    ["ada@gmail.con", "ada@gmail.com"],
    ["Ada.L@HOTMIAL.com ", "Ada.L@hotmail.com"],
    ["ada@outlok.com", "ada@outlook.com"],
  ])("takes %s for %s", (typed, meant) => {
    expect(emailHintOf(typed)).toBe(meant);
  });

  it.each(["ada@gmail.com", "ada@gmx.de", "ada@gmx.at", "ada@example.org", "ada", "@gmail.com", "ada@", "ada@a.b", ""])(
    "says nothing about %j",
    (typed) => expect(emailHintOf(typed)).toBeNull(),
  );
});
