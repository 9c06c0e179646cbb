import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Badge } from "@/app/_components/badge";
import { LinkButton } from "@/app/_components/link-button";
import { Notice } from "@/app/_components/notice";
import { PageFrame } from "@/app/_components/page-frame";
import { Prose } from "@/app/_components/prose";
import { currentActor } from "@/app/_server/session";
import { SharedSiteFrame } from "@/app/_server/shared-site-frame";
import { SiteFrame } from "@/app/_server/site-frame";
import { anonymous } from "@/lib/access/actor";
import { renderMarkdown } from "@/lib/events/markdown";
import { type EventDetail, findEventBySlug } from "@/lib/events/queries";
import { registrationStateOf } from "@/lib/events/rules";
import { formatWhen } from "@/lib/events/when";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { categoryLabelOf } from "../category-label";
import { CoverPicture } from "../cover-picture";
import { EventFacts } from "./event-facts";
import { EventJsonLd } from "./event-json-ld";
import { findReader } from "./find-reader";
import { JumpBar } from "./jump-bar";
import { LiveMark } from "./live-mark";
import { RegistrationCard } from "./registration-card";

type Props = { params: { slug: string }; searchParams: Record<string, string | string[] | undefined> };

/** The event as everybody may see it, else as its team may (a draft); otherwise there is no such page. */
const getPageEvent = cache(async (slug: string): Promise<EventDetail> => {
  return (await findEventBySlug(anonymous, slug)) ?? (await findEventBySlug(await currentActor(), slug)) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await getPageEvent(params.slug);
  const { title, coverUrl } = event;
  const description = [formatWhen(event).full, event.venue, event.summary].filter(Boolean).join(" · ");
  const url = urlOf(event);
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: "website", siteName: "Turnout", title, description, url, images: coverUrl ?? undefined },
    robots: event.status === "draft" ? { index: false } : undefined,
  };
}

export default async function EventPage({ params, searchParams }: Props) {
  const event = await getPageEvent(params.slug);
  const invitation = typeof searchParams.invitation === "string" ? searchParams.invitation : null;
  const isPersonal = searchParams.me !== undefined || event.status === "draft";
  const reader = isPersonal ? await findReader(event) : null;
  const { state } = registrationStateOf(event, now());
  const Frame = isPersonal ? SiteFrame : SharedSiteFrame;
  return (
    <Frame>
      <PageFrame className="pb-16 lg:pb-0">
        <p data-tidings="" role="status" className="sr-only" />
        <div data-changed-notice="" hidden>
          <Notice tone="warning" className="mb-6" title="The organizer has just changed this event">
            <p>Please look at the date and the place again.</p>
          </Notice>
        </div>
        <StatusNotice event={event} />
        <article className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-12 lg:grid-rows-[auto_1fr]">
          <header className="min-w-0 lg:col-span-7">
            <CoverPicture event={event} load="first" className="max-h-[min(40vh,max(4rem,100vh-25rem))] rounded-xl" />
            <div className="mt-6 flex flex-wrap items-center gap-2">
              <Badge>{categoryLabelOf(event.category)}</Badge>
              <LiveMark event={event} />
            </div>
            <h1 className="mt-3 font-display text-2xl font-semibold text-foreground sm:text-3xl">
              <bdi>{event.title}</bdi>
            </h1>
            {event.summary && (
              <p className="mt-3 max-w-measure text-lg text-secondary">
                <bdi>{event.summary}</bdi>
              </p>
            )}
            <div className="mt-6">
              <EventFacts event={event} />
            </div>
          </header>
          <aside
            id="register"
            aria-label="Registration"
            className="min-w-0 scroll-mt-4 self-start rounded-xl border border-border bg-card p-5 sm:p-6 lg:sticky lg:top-6 lg:col-span-5 lg:row-span-2"
          >
            <RegistrationCard event={event} url={urlOf(event)} invitation={invitation} reader={reader} />
          </aside>
          <section aria-labelledby="about" className="min-w-0 lg:col-span-7">
            <h2 id="about" className="font-display text-xl font-semibold">
              About this event
            </h2>
            {event.description ? (
              <Prose className="mt-3" html={renderMarkdown(event.description)} />
            ) : (
              <p className="mt-3 text-base text-secondary">The organizer has not said more yet.</p>
            )}
            {event.status !== "draft" && (
              <LinkButton data-manage="" hidden={!reader?.mayManage} href={`/manage/${event.id}`} className="mt-8">
                Manage this event
              </LinkButton>
            )}
          </section>
        </article>
        <JumpBar target="register" state={state} />
        {event.status !== "draft" && <EventJsonLd event={event} url={urlOf(event)} />}
      </PageFrame>
    </Frame>
  );
}

/** What is out of the ordinary about the whole event. */
function StatusNotice({ event }: { event: EventDetail }) {
  if (event.status === "draft") {
    return (
      <Notice
        className="mb-6"
        title="This is a draft"
        action={<LinkButton href={`/manage/${event.id}/edit`}>Edit the event</LinkButton>}
      >
        <p>Only the event’s team sees this page.</p>
      </Notice>
    );
  }
  if (event.status !== "cancelled") return null;
  return (
    <Notice tone="destructive" className="mb-6" title="Cancelled">
      <p>
        <bdi>{event.cancelReason || "This event was called off."}</bdi>
      </p>
    </Notice>
  );
}

function urlOf(event: EventDetail): string {
  return `${config().APP_URL}/events/${event.slug}`;
}
