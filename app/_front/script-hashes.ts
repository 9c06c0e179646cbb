import { createHash } from "node:crypto";

/**
 * The page without its nonce, and the hashes by which the scripts that carried it may run: every answer can then be the same, and a
 * script that somebody smuggled into the page still can't run.
 */
export function scriptHashesOf(html: string, nonce: string): { html: string; hashes: string[] } {
  const mark = ` nonce="${nonce}"`;
  const hashes = new Set<string>();
  for (const [, attributes = "", text = ""] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (!attributes.includes(mark) || / src=/.test(attributes)) continue;
    hashes.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  }
  const shared = html.replaceAll(mark, "");
  if (shared.includes(nonce)) throw new Error("the nonce stands elsewhere than on scripts");
  return { html: shared, hashes: [...hashes] };
}
