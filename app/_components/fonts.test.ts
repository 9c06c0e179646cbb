import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { preloadedFonts } from "./preloaded-fonts";

const folder = path.resolve("public/fonts");
const files = readdirSync(folder).filter((name) => name.endsWith(".woff2"));
const faces = readFileSync(path.resolve("app/_components/fonts.css"), "utf8").split("@font-face").slice(1);
const urlOf = (face: string) => /url\("([^"]+)"\)/.exec(face)?.[1] ?? "";

it("names in the style sheet exactly the fonts that exist, each by the hash of its bytes", () => {
  expect(faces.map(urlOf).sort()).toEqual(files.map((name) => `/fonts/${name}`).sort());
  for (const name of files) {
    const hash = createHash("sha256")
      .update(readFileSync(path.join(folder, name)))
      .digest("hex");
    expect(name).toContain(`-${hash.slice(0, 10)}.woff2`);
  }
});

it("preloads of each family the one file that draws English, at most 45 kB together", () => {
  const english = faces.filter((face) => face.includes("U+20-7E"));
  expect(english.map(urlOf)).toEqual([...preloadedFonts]);
  const sizes = preloadedFonts.map((url) => readFileSync(path.join("public", url)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(45_000);
});

it("carries the license of each family beside its fonts", () => {
  for (const family of ["inter", "bricolage-grotesque"]) {
    expect(readFileSync(path.join(folder, `${family}-OFL.txt`), "utf8")).toContain("SIL Open Font License");
  }
});
