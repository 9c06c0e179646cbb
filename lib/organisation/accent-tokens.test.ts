import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accentTokens } from "./accent-tokens";

const css = readFileSync(new URL("../../app/_components/theme.css", import.meta.url), "utf8");
const darkStart = css.indexOf("@variant dark");
const tokensIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
const themes = { light: tokensIn(css.slice(0, darkStart)), dark: tokensIn(css.slice(darkStart)) };

function luminance(color = ""): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const surfaces = ["background", "card", "muted"];
const text = [
  ...surfaces.map((surface) => ["primary", surface]),
  ["primary", "primary-soft"],
  ["secondary", "primary-soft"],
  ["foreground", "primary-soft"],
  ["primary-foreground", "primary"],
  ["primary-foreground", "primary-hover"],
];
const shapes = [...surfaces.map((surface) => ["ring", surface]), ["chart-1", "card"], ["chart-soft", "card"]];

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, "0")}`);
const oddOnes = ["#000000", "#ffffff", "#ffff00", "#00ff00", "#0000ff", "#ff0000", "#808080", "#6243cc"];

test("whatever colour is chosen, what carries it can be read and seen in both themes", () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...oddOnes), anyColor), fc.constantFrom("light", "dark"), (color, name) => {
      const theme: Record<string, string> = { ...themes[name], ...accentTokens(color)[name] };
      for (const [ink = "", ground = ""] of text) {
        expect(contrast(theme[ink], theme[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
      for (const [edge = "", ground = ""] of shapes) {
        expect(contrast(theme[edge], theme[ground]), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("a colour that can be read stays as it is", () => {
  expect(accentTokens("#0a5c36").light.primary).toBe("#0a5c36");
  expect(accentTokens("#7fd1ae").dark.primary).toBe("#7fd1ae");
});
