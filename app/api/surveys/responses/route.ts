import { organizerOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { responsesQuery } from "@/lib/surveys/input";
import { listResponses } from "@/lib/surveys/list-responses";

export const dynamic = "force-dynamic";

export const GET = route(
  {
    access: organizerOf<{ query: { eventId: string } }>(({ query }) => query.eventId),
    limit: "read",
    query: responsesQuery,
  },
  async ({ scope, query }) => json(await listResponses(scope, query)),
);
