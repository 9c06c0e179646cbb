import { beforeAll, expect, test } from "vitest";
import { sql } from "@/db/client";
import { type OrganizerScope, requireOrganizer } from "@/lib/access/scopes";
import { mostRowsLookedAt } from "@/lib/testing/explain-queries";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { listCommentsInput } from "./input";
import { listComments } from "./queries";

const howMany = 100_000;
let scope: OrganizerScope;

beforeAll(async () => {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  scope = await requireOrganizer(organizer, event.id);
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`
      with people as (
        insert into users (id, email, name) select gen_random_uuid(), n || '@scale.test', 'Guest ' || n
        from generate_series(1, ${howMany}::int) n returning id
      )
      insert into survey_responses (event_id, id, user_id, rating, comment, answers, created_at)
      select ${event.id}, gen_random_uuid(), id, 4, case when row_number() over () % 3 = 0 then 'Fine.' end,
        case when row_number() over () % 4 = 0 then '{"why": "So."}'::jsonb else '{}' end,
        now() - row_number() over () * interval '1 second'
      from people`;
  });
  await sql()`analyze survey_responses`;
}, 120_000);

test.each([undefined, "why"])("a page of what %s was answered looks at about a page of rows", async (question) => {
  let cursor: string | undefined;
  for (let page = 0; page < 3; page++) {
    const input = listCommentsInput.parse({ question, limit: 20, cursor });
    expect(await mostRowsLookedAt(() => listComments(scope, input))).toBeLessThan(200);
    const { items, nextCursor } = await listComments(scope, input);
    expect(items).toHaveLength(20);
    cursor = nextCursor ?? undefined;
  }
});
