import { everyone } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { leadAway } from "@/app/_server/lead-away";
import { providerSignOutUrl } from "@/app/_server/provider-sign-out";
import { readCookie } from "@/app/_server/request-actor";
import { openSignedOut, signedOutCookie } from "@/app/_server/signed-out-cookie";
import { findIdToken } from "@/lib/access/find-id-token";
import { config } from "@/lib/platform/config";

export const dynamic = "force-dynamic";

/**
 * Leads whoever has just signed out here to the provider, to sign out there too; it ends nothing by
 * itself.
 */
export const GET = route({ access: everyone, limit: "read" }, async ({ request }) => {
  const sessionId = await openSignedOut(readCookie(request, signedOutCookie.name));
  const idToken = sessionId && (await findIdToken(sessionId));
  if (!idToken) return to("/events");
  const url = await providerSignOutUrl(config(), idToken);
  return url ? leadAway(url) : to("/sign-in?error=sign_out");
});

function to(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}
