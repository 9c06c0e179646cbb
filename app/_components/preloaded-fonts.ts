// Written by `npm run fonts`.

/** The fonts that nearly every page draws its first text with. */
export const preloadedFonts = [
  "/fonts/inter-western-43cd0fd290.woff2",
  "/fonts/bricolage-grotesque-western-a5d2900017.woff2",
] as const;
