/** @jsxRuntime automatic */
import type { CSSProperties } from "react";
import { style } from "./mail-style";

type Look = { name: string; css: CSSProperties };

const heading: Look = { name: "ink", css: { ...style.text, fontSize: "18px", fontWeight: 600, margin: "24px 0 8px" } };
const list: Look = { name: "ink", css: { ...style.text, padding: "0 0 0 24px" } };
const cell: Look = { name: "ink", css: { border: "1px solid #dfdfe5", padding: "6px 10px", textAlign: "start" } };

const looks: Record<string, Look> = {
  p: { name: "ink", css: style.text },
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  ul: list,
  ol: list,
  li: { name: "ink", css: { margin: "0 0 4px" } },
  a: { name: "voice", css: style.link },
  blockquote: { name: "quote", css: style.quote },
  code: { name: "mono", css: style.mono },
  pre: { name: "mono", css: { ...style.mono, padding: "12px", whiteSpace: "pre-wrap", margin: "0 0 16px" } },
  hr: { name: "rule", css: { border: "0", borderTop: "1px solid #dfdfe5", margin: "24px 0" } },
  table: { name: "ink", css: { ...style.text, borderCollapse: "collapse" } },
  td: cell,
  th: cell,
};

/** Text that a sanitiser made into HTML, in the mails' own hand; each part runs the way its script does. */
export function MailProse({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place in mails for HTML that a sanitiser made
  return <div dangerouslySetInnerHTML={{ __html: dressed(html) }} />;
}

// Text in the HTML is escaped, so whatever looks like a tag is one.
function dressed(html: string): string {
  return html.replace(/<([a-z][a-z0-9]*)(?=[ >])/g, (tag, name: string) => {
    const look = looks[name];
    return look ? `${tag} dir="auto" class="${look.name}" style="${cssOf(look.css)}"` : tag;
  });
}

function cssOf(css: CSSProperties): string {
  return Object.entries(css)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, "-$&").toLowerCase()}:${String(value).replaceAll('"', "'")}`)
    .join(";");
}
