import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { formKeySlotOf } from "./form-key-slot";

const drawn = "0197a5b0-1111-7222-8333-444455556666";
const before = `<p>${"Grüße 🎟 ".repeat(5_000)}</p><input type="hidden" name="formKey" value="`;
const after = `"/>${"<p>more</p>".repeat(4_000)}`;
const keyOf = (html: string) => html.slice(before.length, before.length + 36);

test("every answer is the page with a key of its own, the same in each encoding", async () => {
  const slot = formKeySlotOf(before + drawn + after);
  const answers = [
    slot?.identity(),
    slot?.identity(),
    gunzipSync((await slot?.gzip()) ?? ""),
    gunzipSync((await slot?.gzip()) ?? ""),
  ];
  const pages = answers.map(String);
  for (const page of pages) expect(page).toBe(before + keyOf(page) + after);
  const keys = pages.map(keyOf);
  expect(new Set([drawn, ...keys]).size).toBe(5);
  for (const key of keys) expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test("a page without the form is no slot", () => {
  expect(formKeySlotOf("<p>It is over.</p>")).toBeNull();
});
