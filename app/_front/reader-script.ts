import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { readerCookieName } from "./reader-cookie";

// Before the first paint: styles show what fits somebody known, or a stranger.
const inline = [
  `{const m=/(?:^|; )${readerCookieName}=(person|guest)(?:;|$)/.exec(document.cookie);`,
  "if(m)document.documentElement.dataset.reader=m[1]}",
].join("");

const folder = path.resolve(".next/static/elements");

/** The one inline script of public pages, as their Content-Security-Policy names it. */
export const readerScriptHash = `sha256-${createHash("sha256").update(inline).digest("base64")}`;

let tags: string | undefined;

/**
 * What public pages carry in their head: the inline script, and the script of custom elements where
 * it was built.
 */
export function scriptTags(): string {
  tags ??= `<script>${inline}</script>${elementsTag()}`;
  return tags;
}

function elementsTag(): string {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = names.find((file) => /^elements-[A-Z0-9]+\.js$/.test(file));
  return name ? `<script type="module" src="/_next/static/elements/${name}"></script>` : "";
}
