import ICAL from "ical.js";
import jsQR from "jsqr";
import { readPng } from "./read-png";
import type { ReceivedMail } from "./start-mail";

/** The calendar file of a mail, read by an independent library; null when it has none. */
export function calendarIn({ email }: ReceivedMail) {
  const file = email.attachments.find(({ filename }) => filename === "event.ics");
  return file ? readCalendar(Buffer.from(bytesOf(file.content)).toString()) : null;
}

/** An iCalendar object with its one event. */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const part = calendar.getFirstSubcomponent("vevent");
  if (!part) throw new Error("the calendar has no event");
  const event = new ICAL.Event(part);
  return {
    method: calendar.getFirstPropertyValue("method"),
    status: part.getFirstPropertyValue("status"),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    location: event.location,
    description: event.description,
    startsAt: event.startDate.toJSDate(),
    endsAt: event.endDate.toJSDate(),
    attendee: part.getFirstProperty("attendee"),
    organizer: part.getFirstProperty("organizer"),
  };
}

/** What the QR code in a mail says to an independent reader; undefined without one. */
export function codeIn({ email }: ReceivedMail): string | undefined {
  const picture = email.attachments.find(({ contentId }) => contentId === "<ticket-qr>");
  if (!picture) return undefined;
  const { data, width, height } = readPng(Buffer.from(bytesOf(picture.content)));
  return jsQR(data, width, height)?.data;
}

function bytesOf(content: string | ArrayBuffer | Uint8Array): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
}
