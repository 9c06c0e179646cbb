import type { AccessRule } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { type ListAuditInput, listAuditInput } from "@/lib/audit/input";
import { type AuditScope, listAudit, requireAuditReader } from "@/lib/audit/list-audit";

export const dynamic = "force-dynamic";

const auditReader: AccessRule<{ query: ListAuditInput }, AuditScope> = {
  signedIn: true,
  mint: (actor, { query }) => requireAuditReader(actor, query),
};

export const GET = route({ access: auditReader, limit: "read", query: listAuditInput }, async ({ scope, query }) =>
  json(await listAudit(scope, query)),
);
