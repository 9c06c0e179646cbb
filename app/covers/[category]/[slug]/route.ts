import { coverSvg } from "@/app/_components/cover-svg";
import { handlerOf } from "@/app/_server/answer";

export const dynamic = "force-dynamic";

/** The drawing of an event that has no picture. It depends on the address alone, so a browser asks once. */
export const GET = handlerOf(async (_request, { params: { slug = "", category = "" } = {} } = {}) => ({
  status: 200,
  headers: {
    "Content-Type": "image/svg+xml",
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'",
  },
  body: coverSvg(slug, category),
}));
