import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageFrame } from "@/app/_components/page-frame";
import { currentActor } from "@/app/_server/session";
import { findDoorLink } from "@/lib/checkin/join-door";
import { formatInstant, formatWhen } from "@/lib/events/when";
import { JoinForm } from "./join-form";

// The address is a secret: it must not travel on as a referrer, nor into an index.
export const metadata: Metadata = { title: "Door", robots: { index: false }, referrer: "no-referrer" };

export default async function DoorLinkPage({ params }: { params: { token: string } }) {
  const link = await findDoorLink(params.token);
  if (!link) redirect("/door/ended");
  const actor = await currentActor();
  const { event, gate, closesAt } = link;
  return (
    <PageFrame width="form" className="max-w-md">
      <main>
        <p className="text-sm font-medium text-secondary">You are at the door of</p>
        <h1 className="mt-1 font-display text-2xl font-semibold">
          <bdi>{event.title}</bdi>
        </h1>
        <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-base">
          <dt className="text-muted-foreground">When</dt>
          <dd>{formatWhen(event).full}</dd>
          <dt className="text-muted-foreground">Gate</dt>
          <dd>
            <bdi>{gate ?? "Any"}</bdi>
          </dd>
          <dt className="text-muted-foreground">Until</dt>
          <dd>{formatInstant(closesAt, event.timezone)}</dd>
        </dl>
        <JoinForm token={params.token} name={actor.kind === "person" ? actor.name : ""} />
        <p className="mt-4 text-meta text-muted-foreground">
          The guest list comes onto this phone: names and departments, no addresses. It goes when the door closes.
        </p>
      </main>
    </PageFrame>
  );
}
