import { now } from "@/lib/platform/clock";
import { mailSender } from "@/lib/platform/mail-sender";

type CalendarEvent = {
  id: string;
  revision: number;
  status: "draft" | "published" | "cancelled" | "completed";
  title: string;
  summary: string;
  venue: string;
  startsAt: Date;
  endsAt: Date;
  organizer: { name: string };
};

type Options = {
  /** The event's page; its host is part of the entry's identity. */
  url: string;
  method: "PUBLISH" | "REQUEST" | "CANCEL";
  attendee?: { name: string; email: string };
};

/**
 * The event as an iCalendar object (RFC 5545) in UTC. The UID never changes and SEQUENCE rises with each edit, so a calendar
 * that gets a newer one replaces its entry, and drops it on CANCEL.
 */
export function calendarOf(event: CalendarEvent, { url, method, attendee }: Options): string {
  const isOff = method === "CANCEL" || event.status === "cancelled";
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Turnout//Events//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${event.id}@${new URL(url).hostname}`,
    `SEQUENCE:${event.revision}`,
    `DTSTAMP:${utc(now())}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${escapeText(event.title)}`,
    event.venue && `LOCATION:${escapeText(event.venue)}`,
    `DESCRIPTION:${escapeText([event.summary, url].filter(Boolean).join("\n\n"))}`,
    `URL:${url}`,
    `STATUS:${isOff ? "CANCELLED" : "CONFIRMED"}`,
    `ORGANIZER;CN=${quoted(event.organizer.name)}:mailto:${oneLine(mailSender().address)}`,
    attendee && attendeeLine(attendee),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines
    .filter((line): line is string => Boolean(line))
    .map((line) => `${fold(line)}\r\n`)
    .join("");
}

function attendeeLine({ name, email }: { name: string; email: string }): string {
  return `ATTENDEE;CN=${quoted(name)};PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${oneLine(email)}`;
}

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

function escapeText(text: string): string {
  const plain = text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replaceAll(/[^\P{Cc}\n\t]/gu, "");
  return plain.replaceAll(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** A parameter value: the characters that would end it are written as RFC 6868 says. */
function quoted(text: string): string {
  return `"${oneLine(text).replaceAll("^", "^^").replaceAll('"', "^'")}"`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** Breaks a line every 75 octets at most, and never inside a character. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
