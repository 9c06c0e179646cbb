import { anyPerson } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { findAccount } from "@/lib/access/find-account";
import { updateAccountInput } from "@/lib/access/input";
import { updateAccount } from "@/lib/access/update-account";
import { AppError } from "@/lib/platform/errors";
import { eraseSelf } from "@/lib/retention/begin-erasure";

export const dynamic = "force-dynamic";

export const GET = route({ access: anyPerson, limit: "read" }, async ({ scope }) => {
  const account = await findAccount(scope);
  if (!account) throw new AppError("unauthenticated", "This account no longer exists.");
  return json(account);
});

export const DELETE = route({ access: anyPerson, limit: "write" }, async ({ scope }) => {
  await eraseSelf(scope);
  return json({ status: "erasing" }, 202);
});

export const PATCH = route({ access: anyPerson, limit: "write", body: updateAccountInput }, async ({ scope, body }) => {
  await updateAccount(scope, body);
  const account = await findAccount(scope);
  if (!account) throw new AppError("unauthenticated", "This account no longer exists.");
  return json(account);
});
