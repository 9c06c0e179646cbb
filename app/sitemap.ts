import type { MetadataRoute } from "next";
import { listPublicAddresses } from "@/lib/events/queries";
import { config } from "@/lib/platform/config";

// Events come and go while the site runs.
export const dynamic = "force-dynamic";

/** The list of events and the newest events that anybody may see. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const list = `${config().APP_URL}/events`;
  const addresses = await listPublicAddresses();
  return [
    { url: list },
    ...addresses.map(({ slug, changedAt }) => ({ url: `${list}/${slug}`, lastModified: changedAt })),
  ];
}
