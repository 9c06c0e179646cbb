import { cn } from "@/app/_components/cn";
import { coverSvg } from "@/app/_components/cover-svg";
import { Clock, MapPin } from "@/app/_components/icons";
import { ownPictureOf } from "@/app/(attendee)/events/own-picture";
import { slugOf } from "@/lib/events/slug";
import { formatWhen } from "@/lib/events/when";
import type { FormValues } from "./form-part";
import { movedEnd } from "./moved-end";
import { zoneLabelOf } from "./zones";

/** What people will see, while it is typed. For the eye only: the form says it all in words. */
export function EventPreview({ values }: { values: FormValues }) {
  const { title = "", venue, summary, coverUrl, category, timezone = "UTC" } = values;
  const picture = ownPictureOf(coverUrl ?? null);
  const when = whenOf(values);
  return (
    <div aria-hidden className="sticky top-8 hidden min-w-0 xl:block">
      <p className="mb-2 text-meta font-medium text-muted-foreground">What people will see</p>
      <div className="overflow-hidden rounded-lg border border-border bg-card">
        {/* biome-ignore lint/performance/noImgElement: the optimizer is off */}
        <img
          src={picture ?? drawingOf(slugOf(title), category)}
          alt=""
          className={cn("aspect-video w-full bg-muted object-cover", !picture && "dark:brightness-90")}
        />
        <div className="p-5">
          <p dir="auto" className="line-clamp-3 font-display text-xl leading-7 font-semibold text-foreground">
            {title || "The title"}
          </p>
          {summary && (
            <p dir="auto" className="mt-1 line-clamp-3 text-sm text-secondary">
              {summary}
            </p>
          )}
          <p className="mt-4 flex gap-2 text-sm text-secondary">
            <Clock className="mt-0.5 size-4 shrink-0 text-muted-foreground" strokeWidth={1.5} />
            {when ? `${when} (${zoneLabelOf(timezone)})` : "When it is"}
          </p>
          <p className="mt-1.5 flex min-w-0 gap-2 text-sm text-secondary">
            <MapPin className="mt-0.5 size-4 shrink-0 text-muted-foreground" strokeWidth={1.5} />
            <bdi className="line-clamp-2">{venue || "Where it is"}</bdi>
          </p>
        </div>
      </div>
    </div>
  );
}

function drawingOf(slug: string, category = "other"): string {
  return `data:image/svg+xml,${encodeURIComponent(coverSvg(slug, category))}`;
}

// The wall clock is shown as typed, so it may be read as if it were UTC.
function whenOf({ startsAt = "", endsAt = "" }: FormValues): string | null {
  const start = new Date(`${startsAt}Z`);
  if (Number.isNaN(start.getTime())) return null;
  const end = new Date(`${endsAt || movedEnd(startsAt, startsAt, "")}Z`);
  const { day, time } = formatWhen({ startsAt: start, endsAt: end > start ? end : start, timezone: "UTC" });
  return `${day}, ${time}`;
}
