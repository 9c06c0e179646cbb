import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { isShell, removeFramework } from "./remove-framework";

// As Next 14.2.35 writes a page, shortened: with a nonce where a policy came with the request,
// without one here.
const kept = [
  '<!DOCTYPE html><html lang="en" class="dark"><head><meta charSet="utf-8"/>',
  '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>',
  '<link rel="preload" as="font" href="/fonts/inter.abc123.woff2" crossorigin="" type="font/woff2"/>',
  '<link rel="stylesheet" href="/_next/static/css/b11d3948cd594159.css" data-precedence="next"/>',
  "<title>Events · Turnout</title>",
  '<link rel="canonical" href="/events"/><link rel="icon" href="/icon.svg?59fb15dd47475f53" type="image/svg+xml" sizes="any"/>',
  "</head><body>",
  '<form action="" method="POST" encType="multipart/form-data"><input type="hidden" name="$ACTION_REF_1"/>',
  '<input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;0786&quot;,&quot;bound&quot;:&quot;$@1&quot;}"/></form>',
  "<p>9<!-- --> of <!-- -->9 seats left</p>",
  '<script type="application/ld+json">{"@type":"Event","name":"a \\u003c/script> b"}</script>',
  "<template><p>Done</p></template>",
];
const dropped = [
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/webpack-a755aca904a9e1a0.js"/>',
  '<link rel="modulepreload" href="/_next/static/chunks/1.js"/>',
  '<script src="/_next/static/chunks/fd9d1056-96b45213ebfa911f.js" async=""></script>',
  '<script src="/_next/static/chunks/app/(attendee)/events/%5Bslug%5D/page-09220eb9ba267ec2.js" async="" nonce="x"></script>',
  '<script src="/_next/static/chunks/polyfills-42372ed130431b0a.js" noModule=""></script>',
  "<script>(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([2,null])</script>",
  '<script nonce="x">self.__next_f.push([1,"0:[\\"$\\",\\"$L2\\",null,{\\"buildId\\":\\"Wb4hDzyRDbJojIHQ8qEKn\\"\\n"])</script>',
];
const added = "<script>ours()</script>";

test("the framework's scripts, their preloads and its payload are gone, wherever they stand, and all else stays", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: kept.length - 1 }), fc.constantFrom(...dropped))), (inserted) => {
      const at = new Map<number, string>();
      for (const [nth, tag] of inserted) at.set(nth, (at.get(nth) ?? "") + tag);
      const page = kept.map((part, nth) => part + (at.get(nth) ?? "")).join("");
      const expected = kept.join("").replaceAll("<!-- -->", "").replace("</head>", `${added}</head>`);
      expect(removeFramework(`${page}</body></html>`, added)).toBe(`${expected}</body></html>`);
    }),
  );
});

test("no text that people write is taken for a script, nor changed", () => {
  const words = fc.constantFrom("<script>", "</script>", "self.__next_f.push(", "<!-- -->", "</head>", "a", '"', "'");
  fc.assert(
    fc.property(
      fc.array(words).map((parts) => parts.join("")),
      (text) => {
        const body = renderToStaticMarkup(createElement("p", { title: text }, text));
        const page = `<html><head></head><body>${body}</body></html>`;
        expect(removeFramework(page, "")).toBe(page);
      },
    ),
  );
});

test("a page that failed is known by its shell", () => {
  expect(isShell('<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>')).toBe(true);
  expect(isShell(kept.join(""))).toBe(false);
});
