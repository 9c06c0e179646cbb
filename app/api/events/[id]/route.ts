import { everyone, organizerOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/route";
import { eventIdParams, updateEventInput } from "@/lib/events/input";
import { getEvent } from "@/lib/events/queries";
import { updateEvent } from "@/lib/events/update-event";

export const GET = route({ access: everyone, limit: "read", params: eventIdParams }, async ({ params, actor }) =>
  json(await getEvent(actor, params.id)),
);

export const PATCH = route(
  {
    access: organizerOf<{ params: { id: string } }>(({ params }) => params.id),
    limit: "write",
    params: eventIdParams,
    body: updateEventInput,
  },
  async ({ scope, body }) => json(await updateEvent(scope, body)),
);
