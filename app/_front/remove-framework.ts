// React escapes `<` in text and attributes, and JSON-LD is written with \u003c: a tag found here is
// a tag.
const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const scriptPreload = /<link\b[^>]*\b(?:rel="modulepreload"|as="script")[^>]*>/g;
// What React writes between two texts, which only the framework in the browser would need.
const textSeparator = /<!-- -->/g;

/**
 * A page of Next without the framework in the browser: its chunks, their preloads and the payload
 * of components are gone, and `added` stands at the end of the head. Everything else stays as it
 * is.
 */
export function removeFramework(html: string, added: string): string {
  const page = html
    .replace(script, (whole, attributes: string, text: string) => (isOfFramework(attributes, text) ? "" : whole))
    .replace(scriptPreload, "")
    .replace(textSeparator, "");
  const endOfHead = page.indexOf("</head>");
  return endOfHead < 0 ? page : page.slice(0, endOfHead) + added + page.slice(endOfHead);
}

function isOfFramework(attributes: string, text: string): boolean {
  return attributes.includes(' src="/_next/static/chunks/') || /^\(?self\.__next_f\b/.test(text);
}

/**
 * True for what Next writes in place of a page that failed or was not found: an empty body, which
 * its scripts would fill.
 */
export function isShell(html: string): boolean {
  return html.startsWith('<!DOCTYPE html><html id="__next_error__">');
}
