import type { MenuLink } from "./account-menu";

/** Whose site this is, as every page's head and foot say it. */
export type Brand = {
  name: string;
  logoUrl: string | null;
  /** What the organisation has written about privacy and itself. */
  legalLinks: readonly MenuLink[];
};

/** The product's own, where nobody has set another. */
export const ownBrand: Brand = { name: "Turnout", logoUrl: null, legalLinks: [] };
