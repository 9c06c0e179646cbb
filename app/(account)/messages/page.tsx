import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_components/card";
import { EmptyState } from "@/app/_components/empty-state";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { leadToSecondFactor } from "@/app/_server/second-factor";
import { currentActor } from "@/app/_server/session";
import { canAdminister } from "@/lib/access/roles";
import { requireAdmin } from "@/lib/access/scopes";
import { listDeadMessagesInput } from "@/lib/notifications/input";
import { listDeadMessages } from "@/lib/notifications/list-dead-messages";
import { getOutboxState } from "@/lib/notifications/outbox-state";
import { DeadTable } from "./dead-table";
import { QueueTable } from "./queue-table";
import { ResendAllForm } from "./resend-all-form";
import { ServiceNotice } from "./service-notice";

export const metadata: Metadata = { title: "Outgoing mail", robots: { index: false } };

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function OutgoingMailPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!canAdminister(actor)) notFound();
  leadToSecondFactor(actor, "/messages");
  const scope = requireAdmin(actor);
  const asked = listDeadMessagesInput.safeParse({ cursor: searchParams.cursor });
  const input = asked.success ? asked.data : listDeadMessagesInput.parse({});
  const [{ queue, dead, service }, failed] = await Promise.all([
    getOutboxState(scope),
    pageOrFirst(listDeadMessages(scope, input), "/messages"),
  ]);
  return (
    <PageFrame>
      <PageHeader title="Outgoing mail" description="How mail leaves, what waits to be sent, and what could not be." />
      <div className="flex flex-col gap-6">
        <ServiceNotice service={service} />
        <Card title="Waiting">
          {queue.length > 0 ? (
            <QueueTable queue={queue} />
          ) : (
            <p className="text-sm text-secondary">Nothing waits: all that was written has been settled.</p>
          )}
        </Card>
        <Card
          title="Failed"
          description={
            dead > 0
              ? `${dead.toLocaleString("en")} could not be sent and won’t be tried again by themselves.`
              : undefined
          }
        >
          <ResendAllForm dead={dead} />
          {failed.items.length > 0 ? (
            <DeadTable messages={failed.items} />
          ) : (
            <EmptyState title="No failures" level={3}>
              A message that can’t be sent, whatever is tried, stands here with its reason.
            </EmptyState>
          )}
          <Pagination
            nextHref={failed.nextCursor ? `/messages?cursor=${failed.nextCursor}` : undefined}
            firstHref={input.cursor && "/messages"}
            nextLabel="Older"
            firstLabel="Newest"
          />
        </Card>
      </div>
    </PageFrame>
  );
}
