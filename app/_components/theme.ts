export const themeCookie = "theme";
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Reads a stored or posted theme; anything unknown means "as the system has it". */
export function parseTheme(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

/** The page's ground in each theme, for the browser's own bars. */
export const grounds = { light: "#fafafc", dark: "#0e0e13" } as const;
