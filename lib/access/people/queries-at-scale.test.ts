import { beforeAll, expect, test } from "vitest";
import { sql } from "@/db/client";
import { requireAdmin } from "@/lib/access/scopes";
import { mostRowsLookedAt } from "@/lib/testing/explain-queries";
import { makePerson } from "@/lib/testing/make-person";
import { listPeopleInput } from "./input";
import { listPeople } from "./queries";

const admin = requireAdmin(await makePerson({ role: "admin", name: "Robin" }));

// 100,000 people: a fifth of them have an account, the others are guests.
beforeAll(async () => {
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`
      insert into users (id, email, name, department, department_source, email_verified_at, role, disabled_at)
      select gen_random_uuid(), md5(n::text) || '@example.org', 'Person number ' || n, 'Team ' || n % 40,
        (case when n % 5 = 0 then 'import' else 'self' end)::department_source,
        case when n % 10 = 0 then now() end, (case when n % 2000 = 0 then 'organizer' else 'attendee' end)::user_role,
        case when n % 5000 = 0 then now() end
      from generate_series(1, 100000) n`;
    await tx`insert into undeliverable_addresses (email, fault, at)
      select email, 'bounced', now() from users where name like '%7777'`;
  });
  await sql()`analyze`;
}, 120_000);

test.each([
  {},
  { view: "accounts" },
  { view: "guests" },
  { view: "disabled" },
  { view: "undeliverable" },
  { role: "organizer" },
  { role: "admin" },
  { role: "attendee" },
  { department: "Team 3" },
  { department: "No such team" },
  { department: "Team 5", view: "accounts" },
  { q: "number 77770" },
  { q: "person" },
  { q: "pe" },
  { q: "zq" },
  { q: "e" },
  { q: "nobody-has-this" },
  { q: "c4ca4238a0b923820dcc509a6f75849b@example.org" },
  { q: "number 777", view: "accounts" },
])("a page of people by %o looks at few rows, the next one too", async (query) => {
  const input = listPeopleInput.parse(query);
  expect(await mostRowsLookedAt(() => listPeople(admin, input))).toBeLessThan(5000);
  const { nextCursor } = await listPeople(admin, input);
  if (nextCursor === null) return;
  const next = listPeopleInput.parse({ ...query, cursor: nextCursor });
  expect(await mostRowsLookedAt(() => listPeople(admin, next))).toBeLessThan(5000);
});
