import { Card } from "@/app/_components/card";
import { CopyButton } from "@/app/_components/copy-button";
import { EmptyState } from "@/app/_components/empty-state";
import type { DashboardEvent } from "./live-numbers";

type Props = { status: DashboardEvent["status"]; pageUrl: string };

/** What stands in place of the charts before the first registration. */
export function NobodyYet({ status, pageUrl }: Props) {
  if (status === "draft")
    return (
      <Card>
        <EmptyState title="Publish it to open registration" className="py-4">
          Registrations by day, departments, arrivals and survey answers appear here.
        </EmptyState>
      </Card>
    );
  if (status !== "published")
    return (
      <Card>
        <EmptyState title="Nobody registered" className="py-4">
          There is nothing to count for this event.
        </EmptyState>
      </Card>
    );
  return (
    <Card>
      <EmptyState
        title="Nobody has registered yet"
        className="py-4"
        action={<CopyButton value={pageUrl} label="Copy the event’s link" />}
      >
        Share the event’s page, and the first registrations appear here by themselves:{" "}
        <span className="font-medium break-all text-foreground">{pageUrl}</span>
      </EmptyState>
    </Card>
  );
}
