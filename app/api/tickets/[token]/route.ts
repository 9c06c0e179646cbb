import { z } from "zod";
import { attendeeOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { getRegistration } from "@/lib/registrations/queries";
import { ticketVersionOf } from "@/lib/registrations/ticket-version";

export const dynamic = "force-dynamic";

const params = z.object({ token: z.string().max(100) });

/**
 * Which version of itself a ticket's page has: an open page asks whether it still says the truth.
 */
export const GET = route(
  { access: attendeeOf<{ params: z.output<typeof params> }>((input) => input.params.token), limit: "read", params },
  async ({ scope }) => json({ version: ticketVersionOf(await getRegistration(scope)) }),
);
