import type { Metadata } from "next";
import type { ReactNode } from "react";
import { EventNav } from "@/app/_components/event-nav";
import { MapPin } from "@/app/_components/icons";
import { getBrand } from "@/app/_server/brand";
import { currentActor } from "@/app/_server/session";
import { formatWhen } from "@/lib/events/when";
import { EventState } from "../_events/event-state";
import { EventActions } from "./event-actions";
import { viewedEventOf } from "./managed-event";

type Props = { children: ReactNode; params: { eventId: string } };

/** Tells the tabs of several events apart; where there is no such event for this person, no page's own title stands over that. */
export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  if ((await currentActor()).kind !== "person") return {};
  const { name: brand } = await getBrand();
  // What is wrong is the page's to say.
  const found = await viewedEventOf(params.eventId).catch(() => null);
  if (!found) return { title: { default: "Nothing here", template: `Nothing here · ${brand}` } };
  const { title } = found.event;
  return { title: { default: title, template: `%s · ${title} · ${brand}` } };
}

export default async function ManagedEventLayout({ children, params }: Props) {
  // The page knows its own address, so it sends them to sign in.
  if ((await currentActor()).kind !== "person") return children;
  const { event, scope } = await viewedEventOf(params.eventId);
  const home = `/manage/${event.id}`;
  return (
    <>
      <EventNav
        title={event.title}
        back={{ href: "/manage", label: "Your events" }}
        status={<EventState event={event} />}
        meta={
          <>
            <time dateTime={event.startsAt.toISOString()}>{formatWhen(event).full}</time>
            {event.venue && (
              <span className="inline-flex min-w-0 items-center gap-1">
                <MapPin aria-hidden className="size-3.5 shrink-0 text-muted-foreground" strokeWidth={1.75} />
                <bdi className="truncate">{event.venue}</bdi>
              </span>
            )}
          </>
        }
        actions={scope.mayOrganize && <EventActions event={event} />}
        links={linksOf(home).filter(({ label }) => scope.mayOrganize || forViewers.has(label))}
      />
      {children}
    </>
  );
}

const forViewers = new Set(["Dashboard", "Guests", "Survey"]);

function linksOf(home: string) {
  return [
    { href: home, label: "Dashboard", exact: true },
    { href: `${home}/guests`, label: "Guests" },
    { href: `${home}/messages`, label: "Messages" },
    { href: `${home}/edit`, label: "Edit" },
    { href: `${home}/team`, label: "Team" },
    { href: `${home}/door`, label: "Door" },
    { href: `${home}/survey`, label: "Survey" },
    { href: `${home}/activity`, label: "Activity" },
  ];
}
