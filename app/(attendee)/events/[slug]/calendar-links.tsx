import { Disclosure } from "@/app/_components/disclosure";
import { CalendarPlus } from "@/app/_components/icons";

type Entry = { id: string; title: string; startsAt: Date; endsAt: Date; venue: string };

const stamp = (instant: Date) => instant.toISOString().replaceAll(/[-:]|\.\d+/g, "");

/** Ways to put an event into a calendar: a file that every program reads, and the two big ones on the web. */
export function CalendarLinks({ event, url, fileHref }: { event: Entry; url: string; fileHref: string }) {
  const { title, startsAt, endsAt, venue } = event;
  const google = new URLSearchParams({
    action: "TEMPLATE",
    text: title,
    dates: `${stamp(startsAt)}/${stamp(endsAt)}`,
    location: venue,
    details: url,
  });
  const outlook = new URLSearchParams({
    rru: "addevent",
    subject: title,
    startdt: startsAt.toISOString(),
    enddt: endsAt.toISOString(),
    location: venue,
    body: url,
  });
  const links = [
    { href: fileHref, label: "Calendar file (Apple, Outlook, any)" },
    { href: `https://calendar.google.com/calendar/render?${google}`, label: "Google Calendar" },
    { href: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook}`, label: "Outlook on the web" },
  ];
  return (
    <Disclosure
      className="print:hidden"
      summary={
        <>
          <CalendarPlus aria-hidden className="size-4" strokeWidth={1.5} />
          Add to calendar
        </>
      }
    >
      <ul className="flex flex-col ps-5">
        {links.map(({ href, label }) => (
          <li key={label}>
            <a
              href={href}
              rel="noreferrer"
              className="inline-flex min-h-10 items-center text-sm text-primary underline underline-offset-2 hover:text-primary-hover pointer-coarse:min-h-11"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
