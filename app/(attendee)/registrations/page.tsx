import type { Metadata } from "next";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkButton } from "@/app/_components/link-button";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { Tabs } from "@/app/_components/tabs";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { SiteFrame } from "@/app/_server/site-frame";
import { listOwnRegistrationsInput } from "@/lib/registrations/input";
import { listOwnRegistrations } from "@/lib/registrations/queries";
import { OwnRegistrationCard } from "./own-registration-card";

export const metadata: Metadata = { title: "My tickets", robots: { index: false } };

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function OwnRegistrationsPage({ searchParams }: Props) {
  const isPast = searchParams.when === "past";
  const base = isPast ? "/registrations?when=past" : "/registrations";
  const scope = await personOrSignIn(base);
  const when = isPast ? "past" : "upcoming";
  const asked = listOwnRegistrationsInput.safeParse({ when, cursor: searchParams.cursor });
  const input = asked.success ? asked.data : listOwnRegistrationsInput.parse({ when });
  const { items, nextCursor } = await pageOrFirst(listOwnRegistrations(scope, input), base);
  // The list goes by when one registered; what is next matters more.
  const shown = isPast ? items : items.toSorted((one, other) => +one.event.startsAt - +other.event.startsAt);
  const nextHref = nextCursor ? `${base}${isPast ? "&" : "?"}cursor=${nextCursor}` : undefined;
  return (
    <SiteFrame current="/registrations">
      <PageFrame width="reading">
        <PageHeader title="My tickets" />
        <Tabs
          className="mb-6"
          label="When"
          items={[
            { href: "/registrations", label: "Upcoming", current: !isPast },
            { href: "/registrations?when=past", label: "Past", current: isPast },
          ]}
        />
        {shown.length > 0 ? (
          <ul className="flex flex-col gap-3">
            {shown.map((registration) => (
              <li key={registration.id}>
                <OwnRegistrationCard registration={registration} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState
            title={isPast ? "No past events" : "No tickets yet"}
            action={<LinkButton href="/events">Find an event</LinkButton>}
          >
            {isPast
              ? "What you registered for moves here when it is over."
              : "When you register for an event with this address, its ticket is here."}
          </EmptyState>
        )}
        <Pagination nextHref={nextHref} firstHref={input.cursor && base} />
      </PageFrame>
    </SiteFrame>
  );
}
