import type { Metadata } from "next";
import { Pagination } from "@/app/_components/pagination";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { currentActor } from "@/app/_server/session";
import { listAudit, requireAuditReader } from "@/lib/audit/list-audit";
import { auditFilterOf, auditHref } from "../../_audit/audit-filter";
import { AuditFilterForm } from "../../_audit/audit-filter-form";
import { AuditList } from "../../_audit/audit-list";
import { managedEventOf } from "../managed-event";

export const metadata: Metadata = { title: "Activity" };

type Props = { params: { eventId: string }; searchParams: Record<string, string | string[] | undefined> };

export default async function ActivityPage({ params, searchParams }: Props) {
  const { event } = await managedEventOf(params.eventId, "/activity");
  const home = `/manage/${event.id}/activity`;
  const { input, typed } = auditFilterOf(searchParams, event.timezone);
  const asked = { ...input, eventId: event.id, limit: 50 };
  const scope = await requireAuditReader(await currentActor(), asked);
  const first = auditHref(home, typed);
  const page = await pageOrFirst(listAudit(scope, asked), first);
  return (
    <>
      <AuditFilterForm home={home} typed={typed} />
      <AuditList entries={page.items} timezone={event.timezone} />
      <Pagination
        nextHref={page.nextCursor ? auditHref(home, typed, page.nextCursor) : undefined}
        nextLabel="Earlier"
        firstHref={input.cursor && first}
        firstLabel="Newest"
      />
    </>
  );
}
