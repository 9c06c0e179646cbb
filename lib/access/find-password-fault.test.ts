import { expect, test } from "vitest";
import { findPasswordFault } from "./find-password-fault";

const owner = { name: "Ada Lovelace", email: "countess@analytical-engine.org" };

test.each(["1234567890", "password12", "qwertyuiop", "Password123!", "QWERTYUIOP", "1q2w3e4r5t", "dragon2024"])(
  "%s is too common, however it is written",
  (password) => expect(findPasswordFault(password, owner)).toContain("Many people"),
);

test.each(["aaaaaaaaaaaa", "xyzxyzxyzxyz", "0000000000"])("%s repeats one piece", (password) => {
  expect(findPasswordFault(password, owner)).toContain("repeats");
});

test.each(["Lovelace1815", "adalovelace!!", "countess.1815", "analytical-engine", "turnout2026"])(
  "%s is made of what everybody knows of its owner",
  (password) => expect(findPasswordFault(password, owner)).toContain("your name"),
);

test.each(["three plain words", "correct horse battery", "Lovelace likes trains", "vX9!kd02-qQz"])(
  "%s may be chosen",
  (password) => expect(findPasswordFault(password, owner)).toBeNull(),
);
