import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");
const darkStart = css.indexOf("@variant dark");

const tokensIn = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));

const light = tokensIn(css.slice(0, darkStart));
const dark = { ...light, ...tokensIn(css.slice(darkStart, css.indexOf("@theme inline"))) };

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(theme: Record<string, string>, one: string, other: string): number {
  const [dim, bright] = [one, other]
    .map((name) => {
      const colour = theme[name];
      if (!colour) throw new Error(`There is no token --${name}.`);
      return luminance(colour);
    })
    .sort((a, b) => a - b);
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05);
}

const surfaces = ["background", "card", "muted"];
const states = ["success", "warning", "destructive", "info"];
const on = (names: string[], grounds: string[]) => names.flatMap((name) => grounds.map((ground) => [name, ground]));

const text = [
  ...on(["foreground", "secondary", "muted-foreground", "primary", ...states], surfaces),
  ...on(["foreground"], ["primary-soft", ...states.map((state) => `${state}-soft`)]),
  ...on(["primary", "secondary"], ["primary-soft"]),
  ...states.map((state) => [state, `${state}-soft`]),
  ...on(["primary-foreground"], ["primary", "primary-hover"]),
  ...on(["destructive-foreground"], ["destructive", "destructive-hover"]),
  ...["ok", "already", "denied", "provisional"].map((verdict) => [`verdict-${verdict}-ink`, `verdict-${verdict}`]),
];

const shapes = [...on(["input", "ring"], surfaces), ...on(["chart-1", "chart-soft"], ["card"])];

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s theme", (_name, theme) => {
  it.each(text)("reads %s on %s (4.5 : 1)", (ink, ground) => {
    expect(contrast(theme, ink ?? "", ground ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)("shows %s on %s (3 : 1)", (edge, ground) => {
    expect(contrast(theme, edge ?? "", ground ?? "")).toBeGreaterThanOrEqual(3);
  });
});
