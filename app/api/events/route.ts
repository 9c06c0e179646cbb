import { anyAuthor, everyone } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { idempotencyClaimOf } from "@/app/_server/idempotency-claim";
import { answerOnce } from "@/lib/access/idempotency";
import { createEvent } from "@/lib/events/create-event";
import { createEventInput, listEventsInput } from "@/lib/events/input";
import { listEvents } from "@/lib/events/queries";
import { readTogether } from "@/lib/platform/read-together";

export const GET = route({ access: everyone, limit: "read", query: listEventsInput }, async ({ query, actor }) => {
  const list = async () => json(await listEvents(actor, query));
  return actor.kind === "anonymous" ? readTogether(`events ${JSON.stringify(query)}`, list) : list();
});

export const POST = route(
  { access: anyAuthor, limit: "write", body: createEventInput },
  async ({ scope, body, actor, request }) => {
    const answer = await answerOnce(idempotencyClaimOf(request, actor, body), async (tx) => ({
      status: 201,
      body: await createEvent(scope, body, tx),
    }));
    return json(answer.body, answer.status);
  },
);
