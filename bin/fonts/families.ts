export type Family = {
  family: string;
  /** The name of its package in @fontsource-variable, and of its files here. */
  slug: string;
  weight: string;
  wght: number | { min: number; max: number };
  features: string[];
};

// Kerning, marks and language forms; digits of one width for tables.
const features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"];

export const families: Family[] = [
  {
    family: "Inter Variable",
    slug: "inter",
    // The pages ask for 400 to 600; 700 is what an organizer's **bold** gets.
    weight: "400 700",
    wght: { min: 400, max: 700 },
    // `calt` lifts the colon between digits (10:00).
    features: [...features, "calt"],
  },
  {
    family: "Bricolage Grotesque Variable",
    slug: "bricolage-grotesque",
    weight: "600",
    wght: 600,
    features,
  },
];
