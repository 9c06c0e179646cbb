import type { Metadata } from "next";
import { getBrand } from "@/app/_server/brand";
import { SharedSiteFrame } from "@/app/_server/shared-site-frame";
import { SiteFrame } from "@/app/_server/site-frame";
import type { EventDetail } from "@/lib/events/queries";
import { formatWhen } from "@/lib/events/when";
import { ownPictureOf } from "../own-picture";
import { EventJsonLd } from "./event-json-ld";
import { EventView } from "./event-view";
import { eventUrlOf, getPageEvent, loadEventPage } from "./load-event-page";

type Props = { params: { slug: string }; searchParams: Record<string, string | string[] | undefined> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await getPageEvent(params.slug);
  const { title } = event;
  const picture = ownPictureOf(event.coverUrl);
  const { name: siteName } = await getBrand();
  const description = [formatWhen(event).full, event.venue, event.summary].filter(Boolean).join(" · ");
  const url = eventUrlOf(event);
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: {
      type: "website",
      siteName,
      title,
      description,
      url,
      images: picture ? new URL(picture, url).href : undefined,
    },
    robots: isForAll(event) ? undefined : { index: false },
  };
}

export default async function EventPage({ params, searchParams }: Props) {
  const event = await getPageEvent(params.slug);
  const view = await loadEventPage(event, searchParams);
  const Frame = view.reader ? SiteFrame : SharedSiteFrame;
  return (
    <Frame current="/events">
      <EventView {...view} />
      {isForAll(event) && <EventJsonLd event={event} url={view.url} />}
    </Frame>
  );
}

function isForAll({ status, visibility }: EventDetail): boolean {
  return status !== "draft" && visibility === "public";
}
