import type { MetadataRoute } from "next";

/** The scanner of one event as an app of its own on a phone. It says nothing of the event, so anybody may read it. */
export function GET(request: Request): Response {
  const path = new URL(request.url).pathname.replace(/\/manifest\.webmanifest$/, "");
  const manifest: MetadataRoute.Manifest = {
    id: path,
    name: "Turnout door",
    short_name: "Door",
    description: "Scan tickets at the door, with or without network.",
    start_url: path,
    scope: "/door/",
    display: "standalone",
    background_color: "#fafafc",
    theme_color: "#fafafc",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/icons/icon-192.png", type: "image/png", sizes: "192x192" },
      { src: "/icons/maskable-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
    ],
  };
  return Response.json(manifest, { headers: { "Content-Type": "application/manifest+json" } });
}
