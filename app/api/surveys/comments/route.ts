import { viewerOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { commentsQuery } from "@/lib/surveys/input";
import { listComments } from "@/lib/surveys/queries";

export const dynamic = "force-dynamic";

export const GET = route(
  {
    access: viewerOf<{ query: { eventId: string } }>(({ query }) => query.eventId),
    limit: "read",
    query: commentsQuery,
  },
  async ({ scope, query }) => json(await listComments(scope, query)),
);
