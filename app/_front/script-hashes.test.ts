import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { scriptHashesOf } from "./script-hashes";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("only inline scripts that carried the nonce may run, and the nonce is gone", () => {
  const page = [
    '<script nonce="n0">self.x=1</script>',
    "<script>smuggled()</script>",
    '<script src="/_next/a.js" async="" nonce="n0"></script>',
    '<script type="application/ld+json">{}</script>',
  ].join("");
  const { html, hashes } = scriptHashesOf(page, "n0");
  expect(hashes).toEqual([hashOf("self.x=1")]);
  expect(html).not.toContain("n0");
  expect(html).toContain("<script>self.x=1</script>");
});

test("a page that says its nonce elsewhere is not shared", () => {
  expect(() => scriptHashesOf('<p>n0</p><script nonce="n0">x</script>', "n0")).toThrow();
});
