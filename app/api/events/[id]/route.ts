import { everyone, organizerOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { eventIdParams, updateEventInput } from "@/lib/events/input";
import { getEvent } from "@/lib/events/queries";
import { updateEvent } from "@/lib/events/update-event";
import { readTogether } from "@/lib/platform/read-together";

export const GET = route(
  { access: everyone, limit: "read", params: eventIdParams },
  async ({ params: { id }, actor }) => {
    const get = async () => json(await getEvent(actor, id));
    return actor.kind === "anonymous" ? readTogether(`event ${id}`, get) : get();
  },
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
