import { sql as query } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makePerson } from "@/lib/testing/make-person";
import { describeFault } from "./describe-fault";
import { printAsLog } from "./print-as-log";
import { pathInLog, strikeOut } from "./strike-out";

const token = "AaItt67WepQ2_-9xkz7HhVnPqRsTuVwXyZ0123456789AbCdEf";

test.each([
  ["a ticket's page", `/tickets/${token}`, "/tickets/[secret]"],
  ["a door link", `/door/link/${token}?x=1`, "/door/link/[secret]"],
  ["a survey's page, escaped", "/surveys/%41aItt67WepQ2%5F9xkz7Hh", "/surveys/[secret]"],
  ["a ticket's picture", `/api/tickets/${token}.png`, "/api/tickets/[secret]"],
])("the link of %s is cut from a path", (_what, path, expected) => expect(pathInLog(path)).toBe(expected));

test.each([
  "/events/a-rather-long-name-of-a-summer-party-in-the-garden-2027",
  "/manage/019b0000-0000-7000-8000-000000000000/guests",
  "/api/checkin/roster",
  "/",
])("%s is told as it is", (path) => expect(pathInLog(`${path}?q=secret`)).toBe(path));

test("a failed query names neither the address nor the name that it was asked for", async () => {
  const someone = await makePerson();
  const failed = await db()
    .execute(query`select 1 / 0 from users where email = ${someone.email} or name = ${"Line one\nZoë Example"}`)
    .catch((error: unknown) => error);
  const told = JSON.stringify(describeFault(failed));
  expect(told).toContain("Failed query");
  expect(told).toContain("division by zero");
  expect(told).toContain("22012");
  for (const secret of [someone.email, "Zoë", "Line one"]) expect(told).not.toContain(secret);
});

test("a value that the database refuses is not repeated", async () => {
  const failed = await db()
    .execute(query`select ${"Zoë Example"}::integer`)
    .catch((error: unknown) => error);
  expect(JSON.stringify(describeFault(failed))).not.toContain("Zoë");
});

test("what a framework prints is struck out too", () => {
  const target = { error: () => {}, warn: () => {} };
  const before = target.error;
  printAsLog(target);
  expect(target.error).not.toBe(before);
  expect(strikeOut(`⨯ TypeError at /tickets/${token} for zoe@example.org`)).toBe(
    "⨯ TypeError at /tickets/[secret] for [address]",
  );
});
