import { anyAdmin } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { changePerson } from "@/lib/access/people/change-person";
import { changePersonInput, personParams } from "@/lib/access/people/input";
import { getPerson } from "@/lib/access/people/queries";
import { erasePerson } from "@/lib/retention/begin-erasure";

export const dynamic = "force-dynamic";

export const GET = route({ access: anyAdmin, limit: "read", params: personParams }, async ({ scope, params }) =>
  json(await getPerson(scope, params.id)),
);

export const PATCH = route(
  { access: anyAdmin, limit: "write", params: personParams, body: changePersonInput },
  async ({ scope, params, body }) => json(await changePerson(scope, params.id, body)),
);

export const DELETE = route({ access: anyAdmin, limit: "write", params: personParams }, async ({ scope, params }) => {
  await erasePerson(scope, { userId: params.id });
  return json({ status: "erasing" }, 202);
});
