import { everyone } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { guestCookie, readGuestTokens } from "@/app/_server/guest-cookie";
import { loadReader } from "@/app/_server/load-reader";
import { readCookie } from "@/app/_server/request-actor";
import { eventIdParams } from "@/lib/events/input";
import { readerQuery } from "@/lib/registrations/input";

export const dynamic = "force-dynamic";

export const GET = route(
  { access: everyone, limit: "read", params: eventIdParams, query: readerQuery },
  async ({ actor, params: { id }, query: { invitation }, request }) => {
    const guestTokens = readGuestTokens(readCookie(request, guestCookie.name));
    return json(await loadReader(actor, id, { invitation, guestTokens }));
  },
);
