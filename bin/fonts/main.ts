import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import subsetFont from "subset-font";
import { root } from "../launcher/paths";
import { say } from "../launcher/report";
import { type Family, families } from "./families";
import { firstPart, type Part, partsOf } from "./parts";
import { formatRanges } from "./unicode-range";

// Writes public/fonts and the two files that name what lies there. The same packages give the same
// bytes.
const folder = path.join(root, "public/fonts");
const { resolve } = createRequire(import.meta.url);
const packaged = ({ slug }: Family, file: string) => resolve(`@fontsource-variable/${slug}/${file}`);

async function writePart(family: Family, { name, source, characters }: Part): Promise<string> {
  const original = readFileSync(packaged(family, `files/${family.slug}-${source}-wght-normal.woff2`));
  const bytes = await subsetFont(original, String.fromCodePoint(...characters), {
    targetFormat: "woff2",
    noHinting: true,
    keepFeatures: family.features,
    variationAxes: { wght: family.wght },
  });
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const file = `${family.slug}-${name}-${hash}.woff2`;
  writeFileSync(path.join(folder, file), bytes);
  say(`${String(bytes.length).padStart(7)} ${file}`);
  return `/fonts/${file}`;
}

function faceOf({ family, weight }: Family, { characters }: Part, url: string): string {
  return `@font-face {
  font-family: "${family}";
  font-style: normal;
  font-weight: ${weight};
  font-display: swap;
  src: url("${url}") format("woff2");
  unicode-range: ${formatRanges(characters)};
}
`;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const faces: string[] = [];
const preloaded: string[] = [];
for (const family of families) {
  copyFileSync(packaged(family, "LICENSE"), path.join(folder, `${family.slug}-OFL.txt`));
  for (const part of partsOf(JSON.parse(readFileSync(packaged(family, "unicode.json"), "utf8")))) {
    const url = await writePart(family, part);
    faces.push(faceOf(family, part, url));
    if (part.name === firstPart) preloaded.push(url);
  }
}
writeFileSync(
  path.join(root, "app/_components/fonts.css"),
  `/* Written by \`npm run fonts\`. */\n\n${faces.join("\n")}`,
);
writeFileSync(
  path.join(root, "app/_components/preloaded-fonts.ts"),
  `// Written by \`npm run fonts\`.

/** The fonts that nearly every page draws its first text with. */
export const preloadedFonts = [
${preloaded.map((url) => `  "${url}",`).join("\n")}
] as const;
`,
);
