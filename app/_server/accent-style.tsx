import { type AccentTokens, accentTokens } from "@/lib/organisation/accent-tokens";
import { findOrganisation } from "./brand";

/**
 * The organisation's colour over that of the theme, in light and dark; nothing where none is set.
 */
export async function AccentStyle() {
  const color = (await findOrganisation())?.accentColor;
  if (!color) return null;
  const { light, dark } = accentTokens(color);
  const css = [
    `:root:root{${declarationsOf(light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root:root:not(.light){${declarationsOf(dark)}}}`,
    `@media screen{:root:root.dark{${declarationsOf(dark)}}}`,
  ].join("");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made here of computed colours alone
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}

function declarationsOf(tokens: AccentTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}
