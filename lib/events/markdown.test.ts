import { expect, test } from "vitest";
import { renderMarkdown } from "./markdown";

test("shows HTML as text", () => {
  const html = renderMarkdown('<script>alert(1)</script>\n\n<img src=x onerror="alert(1)"> & <b>bold</b>');
  expect(html).not.toMatch(/<(script|img|b)\b/);
  expect(html).toContain("&lt;script&gt;");
});

test.each(["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "JaVaScRiPt:alert(1)"])(
  "makes no link of %s",
  (url) => {
    expect(renderMarkdown(`[here](${url}) <${url}>`)).not.toContain("<a");
  },
);

test("keeps web and mail links, unfollowed", () => {
  expect(renderMarkdown("[a](https://example.org) b@example.org")).toBe(
    '<p><a href="https://example.org" rel="nofollow noopener ugc">a</a> <a href="mailto:b@example.org" rel="nofollow noopener ugc">b@example.org</a></p>\n',
  );
});

test("loads no pictures and puts headings under the page's own", () => {
  expect(renderMarkdown("# Agenda\n\n![x](https://example.org/x.png)")).toMatch(/^<h3>Agenda<\/h3>\n<p>!<a /);
});
