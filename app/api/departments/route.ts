import { anyAdmin, anyPerson } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { replaceDepartmentsInput } from "@/lib/access/departments/input";
import { listDepartments } from "@/lib/access/departments/list-departments";
import { replaceDepartments } from "@/lib/access/departments/replace-departments";

export const dynamic = "force-dynamic";

export const GET = route({ access: anyPerson, limit: "read" }, async ({ scope }) =>
  json({ items: await listDepartments(scope) }),
);

export const PUT = route({ access: anyAdmin, limit: "write", body: replaceDepartmentsInput }, async ({ scope, body }) =>
  json({ items: await replaceDepartments(scope, body) }),
);
