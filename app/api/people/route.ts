import { anyAdmin } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { listPeopleInput } from "@/lib/access/people/input";
import { listPeople } from "@/lib/access/people/queries";

export const dynamic = "force-dynamic";

export const GET = route({ access: anyAdmin, limit: "read", query: listPeopleInput }, async ({ scope, query }) =>
  json(await listPeople(scope, query)),
);
