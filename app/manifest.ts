import type { MetadataRoute } from "next";
import { getBrand } from "./_server/brand";

// The organisation's name is known only when the site runs.
export const dynamic = "force-dynamic";

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { name } = await getBrand();
  return {
    id: "/",
    name,
    short_name: name,
    description: "Register for events, show your ticket, scan at the door.",
    start_url: "/events",
    display: "standalone",
    background_color: "#fafafc",
    theme_color: "#fafafc",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/icons/icon-192.png", type: "image/png", sizes: "192x192" },
      { src: "/icons/maskable-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "My tickets", url: "/registrations" },
      { name: "New event", url: "/manage/events/new" },
    ],
  };
}
