import { handlerOf } from "@/app/_server/answer";
import { findPicture } from "@/lib/organisation/find-picture";

export const dynamic = "force-dynamic";

const headers = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Content-Disposition": "inline",
};

/** A picture that somebody uploaded. Its id is the hash of its bytes, so a browser asks once. */
export const GET = handlerOf(async (_request, { params: { id = "" } = {} } = {}) => {
  const picture = await findPicture(id);
  if (!picture) return { status: 404, headers: { ...headers, "Cache-Control": "no-store" }, body: "" };
  return new Response(new Uint8Array(picture.bytes), {
    headers: { ...headers, "Content-Type": picture.type, "Cache-Control": "public, max-age=31536000, immutable" },
  });
});
