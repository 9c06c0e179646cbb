import { unstable_noStore } from "next/cache";
import { cache } from "react";
import { pictureUrl } from "@/lib/organisation/picture-url";
import { getOrganisation, type Organisation } from "@/lib/organisation/queries";
import { log } from "@/lib/platform/log";
import { type Brand, ownBrand } from "../_components/brand";

/**
 * The organisation for a page's frame, asked once a request; null when it can't be read, so that a
 * page can still say what is wrong.
 */
export const findOrganisation = cache(async (): Promise<Organisation | null> => {
  unstable_noStore();
  try {
    return await getOrganisation();
  } catch (error) {
    log.warn({ err: error }, "the organisation could not be read");
    return null;
  }
});

/** Whose site this is. */
export async function getBrand(): Promise<Brand> {
  const organisation = await findOrganisation();
  if (!organisation) return ownBrand;
  const { name, logoId, privacyNotice, imprint } = organisation;
  return {
    name: name || ownBrand.name,
    logoUrl: logoId && pictureUrl(logoId),
    legalLinks: [
      ...(privacyNotice ? [{ href: "/privacy", label: "Privacy" }] : []),
      ...(imprint ? [{ href: "/imprint", label: "Imprint" }] : []),
    ],
  };
}

/**
 * Where the privacy notice is, for every form that takes personal data; null while there is none.
 */
export async function findPrivacyUrl(): Promise<string | null> {
  return (await findOrganisation())?.privacyNotice ? "/privacy" : null;
}
