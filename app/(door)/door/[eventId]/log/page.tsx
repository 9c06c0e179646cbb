import type { Metadata } from "next";
import { EmptyState } from "@/app/_components/empty-state";
import { PageFrame } from "@/app/_components/page-frame";
import { Pagination } from "@/app/_components/pagination";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { listScanLog } from "@/lib/checkin/scan-log";
import { DoorHeader } from "../../_door/door-header";
import { doorOfPage } from "../../_door/door-of-page";
import { ScanLine } from "./scan-line";

export const metadata: Metadata = { title: "Scan log" };

type Props = { params: { eventId: string }; searchParams: { cursor?: string } };

export default async function ScanLogPage({ params, searchParams: { cursor } }: Props) {
  const path = `/door/${params.eventId}/log`;
  const { scope, event } = await doorOfPage(params.eventId, path);
  const { items, nextCursor } = await pageOrFirst(listScanLog(scope, { limit: 50, cursor }), path);
  return (
    <PageFrame width="reading" className="-mt-4">
      <DoorHeader title="Scan log" eventTitle={event.title} eventId={event.id} />
      {items.length === 0 ? (
        <EmptyState title="No scans yet">Every scan at this door will stand here, the latest first.</EmptyState>
      ) : (
        <ul className="divide-y divide-border border-y border-border">
          {items.map((scan) => (
            <ScanLine key={scan.scanId} scan={scan} eventId={event.id} timezone={event.timezone} />
          ))}
        </ul>
      )}
      <Pagination
        nextHref={nextCursor ? `${path}?cursor=${encodeURIComponent(nextCursor)}` : undefined}
        firstHref={cursor ? path : undefined}
        nextLabel="Earlier scans"
        firstLabel="Latest scans"
      />
    </PageFrame>
  );
}
