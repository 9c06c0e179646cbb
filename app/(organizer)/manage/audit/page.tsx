import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { currentActor } from "@/app/_server/session";
import { canAdminister } from "@/lib/access/roles";
import { listAudit, requireAuditReader } from "@/lib/audit/list-audit";
import { auditFilterOf, auditHref } from "../_audit/audit-filter";
import { AuditFilterForm } from "../_audit/audit-filter-form";
import { AuditList } from "../_audit/audit-list";

export const metadata: Metadata = { title: "Activity", robots: { index: false } };

const home = "/manage/audit";
const timezone = "UTC";

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function AuditPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!canAdminister(actor)) notFound();
  const { input, typed } = auditFilterOf(searchParams, timezone);
  const scope = await requireAuditReader(actor, {});
  const first = auditHref(home, typed);
  const page = await pageOrFirst(listAudit(scope, { ...input, limit: 50 }), first);
  return (
    <>
      <PageHeader title="Activity" description="Who did what here, the newest first. Times are in UTC." />
      <AuditFilterForm home={home} typed={typed} />
      <AuditList entries={page.items} timezone={timezone} linksEvents />
      <Pagination
        nextHref={page.nextCursor ? auditHref(home, typed, page.nextCursor) : undefined}
        nextLabel="Earlier"
        firstHref={input.cursor && first}
        firstLabel="Newest"
      />
    </>
  );
}
