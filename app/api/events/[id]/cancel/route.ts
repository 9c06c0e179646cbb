import { organizerOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { parseOrRefuse, readJsonBody } from "@/app/_server/parse";
import { cancelEvent } from "@/lib/events/cancel-event";
import { cancelEventInput, eventIdParams } from "@/lib/events/input";

// The reason may be left out, and the body with it.
export const POST = route(
  {
    access: organizerOf<{ params: { id: string } }>(({ params }) => params.id),
    limit: "write",
    params: eventIdParams,
  },
  async ({ scope, request }) => {
    const hasBody = request.headers.has("content-type");
    return json(await cancelEvent(scope, parseOrRefuse(cancelEventInput, hasBody ? await readJsonBody(request) : {})));
  },
);
