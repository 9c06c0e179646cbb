import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("quotes what needs it and ends lines as spreadsheets expect", () => {
  expect(csvOf([["a", 'say "hi"', "x,y", "two\nlines", null, 5]])).toBe('a,"say ""hi""","x,y","two\nlines",,5\r\n');
});

test.each(["=1+1", "+49 30", "-5", "@SUM(A1)", "\t=1", " =cmd|'/c calc'!A1", "＝1+1", "＋1", "－1", "＠SUM(A1)"])(
  "defuses %j",
  (cell) => {
    expect(csvOf([[cell]])).toBe(`'${cell}\r\n`);
  },
);

test("keeps any script and leaves numbers alone", () => {
  expect(csvOf([["Zoë", "你好", "مرحبا", -5]])).toBe("Zoë,你好,مرحبا,-5\r\n");
});
