import { organizerOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { requireAuthor } from "@/lib/access/scopes";
import { duplicateEvent } from "@/lib/events/duplicate-event";
import { duplicateEventInput, eventIdParams } from "@/lib/events/input";

export const POST = route(
  {
    access: organizerOf<{ params: { id: string } }>(({ params }) => params.id),
    limit: "write",
    params: eventIdParams,
    body: duplicateEventInput,
  },
  async ({ scope, actor, body }) => {
    requireAuthor(actor);
    return json(await duplicateEvent(scope, body), 201);
  },
);
