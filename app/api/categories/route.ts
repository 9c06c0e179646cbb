import { anyAdmin, everyone } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { replaceCategoriesInput } from "@/lib/events/categories/input";
import { listCategories } from "@/lib/events/categories/list-categories";
import { replaceCategories } from "@/lib/events/categories/replace-categories";

export const dynamic = "force-dynamic";

export const GET = route({ access: everyone, limit: "read" }, async () => json({ items: await listCategories() }));

export const PUT = route({ access: anyAdmin, limit: "write", body: replaceCategoriesInput }, async ({ scope, body }) =>
  json({ items: await replaceCategories(scope, body) }),
);
