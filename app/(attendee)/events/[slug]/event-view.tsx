"use client";
// No browser loads this: Next draws a part for browsers once, and a server's part twice.

import { Badge } from "@/app/_components/badge";
import { LinkButton } from "@/app/_components/link-button";
import { Notice } from "@/app/_components/notice";
import { PageFrame } from "@/app/_components/page-frame";
import { Prose } from "@/app/_components/prose";
import { registrationStateOf } from "@/lib/events/rules";
import { CoverPicture } from "../cover-picture";
import { EventFacts } from "./event-facts";
import type { EventPageData } from "./event-page-data";
import { JumpBar } from "./jump-bar";
import { LiveMark } from "./live-mark";
import { RegistrationCard } from "./registration-card";
import { StatusNotice } from "./status-notice";

/** An event's page: what it is, and what one can do about it. */
export function EventView(view: EventPageData) {
  const { event, category, descriptionHtml, at, reader } = view;
  return (
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
          <CoverPicture event={event} load="first" className="max-h-[min(40vh,max(6rem,100vh-22rem))] rounded-xl" />
          <div className="mt-6 flex flex-wrap items-center gap-2">
            <Badge>{category}</Badge>
            <LiveMark event={event} at={at} />
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
          <RegistrationCard {...view} />
        </aside>
        <section aria-labelledby="about" className="min-w-0 lg:col-span-7">
          <h2 id="about" className="font-display text-xl font-semibold">
            About this event
          </h2>
          {descriptionHtml ? (
            <Prose className="mt-3" html={descriptionHtml} />
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
      <JumpBar target="register" state={registrationStateOf(event, at).state} />
    </PageFrame>
  );
}
