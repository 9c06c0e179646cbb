type Rgb = readonly [number, number, number];
type Grounds = { lightest: string; darkest: string; onPrimary: string };

/** The theme's tokens that carry the organisation's colour. */
export type AccentTokens = Record<
  "primary" | "primary-hover" | "primary-soft" | "primary-foreground" | "ring" | "chart-1" | "chart-soft",
  string
>;

// The surfaces that the colour stands on, as `theme.css` has them; a test holds both together.
const light: Grounds = { lightest: "#ffffff", darkest: "#f2f2f6", onPrimary: "#ffffff" };
const dark: Grounds = { lightest: "#16161d", darkest: "#09090d", onPrimary: "#0f0d1c" };

const readable = 4.5;
// So that what is made of the colour by rounding keeps its promise.
const margin = 0.05;

/**
 * The colour's tokens for the light and the dark theme: itself where it can be read, else the
 * nearest darker or lighter one. Text reaches 4.5 : 1 on every surface, shapes 3 : 1.
 */
export function accentTokens(color: string): { light: AccentTokens; dark: AccentTokens } {
  const accent = rgbOf(color);
  return { light: lightTokens(accent), dark: darkTokens(accent) };
}

function lightTokens(accent: Rgb): AccentTokens {
  const black: Rgb = [0, 0, 0];
  const soft = mixed(rgbOf(light.lightest), accent, 0.08);
  const primary = until(accent, black, (color) =>
    [soft, rgbOf(light.darkest), rgbOf(light.onPrimary)].every((ground) => reads(color, ground)),
  );
  return {
    primary: hexOf(primary),
    "primary-hover": hexOf(mixed(primary, black, 0.2)),
    "primary-soft": hexOf(soft),
    "primary-foreground": light.onPrimary,
    ring: hexOf(primary),
    "chart-1": hexOf(primary),
    "chart-soft": hexOf(until(mixed(primary, rgbOf("#ffffff"), 0.4), black, (color) => shows(color, light))),
  };
}

function darkTokens(accent: Rgb): AccentTokens {
  const white: Rgb = [255, 255, 255];
  const soft = mixed(rgbOf(dark.lightest), accent, 0.12);
  const primary = until(accent, white, (color) =>
    [soft, rgbOf(dark.lightest), rgbOf(dark.onPrimary)].every((ground) => reads(color, ground)),
  );
  return {
    primary: hexOf(primary),
    "primary-hover": hexOf(mixed(primary, white, 0.2)),
    "primary-soft": hexOf(soft),
    "primary-foreground": dark.onPrimary,
    ring: hexOf(primary),
    "chart-1": hexOf(primary),
    "chart-soft": hexOf(until(mixed(primary, rgbOf("#000000"), 0.4), white, (color) => shows(color, dark))),
  };
}

/** The first colour on the way from one to the other that is good enough. */
function until(from: Rgb, to: Rgb, isGood: (color: Rgb) => boolean): Rgb {
  for (let step = 0; step < 100; step++) {
    const color = mixed(from, to, step / 100);
    if (isGood(color)) return color;
  }
  return to;
}

function reads(color: Rgb, ground: Rgb): boolean {
  return contrastOf(color, ground) >= readable + margin;
}

function shows(color: Rgb, { lightest, darkest }: Grounds): boolean {
  return [lightest, darkest].every((ground) => contrastOf(color, rgbOf(ground)) >= 3 + margin);
}

function mixed(one: Rgb, other: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2) => Math.round(one[index] + (other[index] - one[index]) * share);
  return [at(0), at(1), at(2)];
}

/** The contrast of two colours (WCAG 2.2), from 1 to 21. */
function contrastOf(one: Rgb, other: Rgb): number {
  const [first, second] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminanceOf(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rgbOf(color: string): Rgb {
  const at = (index: number) => Number.parseInt(color.slice(index, index + 2), 16);
  return [at(1), at(3), at(5)];
}

function hexOf(color: Rgb): string {
  return `#${color.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
