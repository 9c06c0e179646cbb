import { organizerOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { eventIdParams } from "@/lib/events/input";
import { publishEvent } from "@/lib/events/publish-event";

export const POST = route(
  {
    access: organizerOf<{ params: { id: string } }>(({ params }) => params.id),
    limit: "write",
    params: eventIdParams,
  },
  async ({ scope }) => json(await publishEvent(scope)),
);
