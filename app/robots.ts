import type { MetadataRoute } from "next";
import { config } from "@/lib/platform/config";

// The address of the site is known only when it runs.
export const dynamic = "force-dynamic";

/**
 * Public pages are for everybody; what needs a person or belongs to one says so itself, by
 * `noindex`.
 */
export default function robots(): MetadataRoute.Robots {
  const { APP_URL } = config();
  const rules = {
    userAgent: "*",
    allow: "/",
    disallow: ["/api/", "/manage", "/door", "/mail", "/messages", "/profile"],
  };
  return { rules, sitemap: `${APP_URL}/sitemap.xml` };
}
