import { readFileSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext } from "@playwright/test";
import postgres from "postgres";
import { unsubscribeTokenOf } from "../../lib/access/unsubscribe-token";
import { inHours, type MadeEvent, makeEvent } from "../make-event";
import { bearerOf, tokensOf } from "../tokens";
import { callAction } from "./call-action";
import { type CallerName, callerNames, openCaller } from "./callers";
import type { Outcome } from "./outcome";
import { type Emails, makePeople } from "./people";
import type { Caller } from "./send";

/** An event in which everybody is what they are: its staff is staff, the attendee is registered. */
export type Place = MadeEvent & {
  registrationId: string;
  /** The secret part of the attendee's own page. */
  token: string;
  ticket: string;
  act: (name: string, page: string, fields: Record<string, string>) => Promise<Outcome>;
};

/** A place as it is made for one call: open, not yet published, or over with the attendee in. */
export type Kind = "event" | "draft" | "past";

export type World = {
  request: APIRequestContext;
  callers: Record<CallerName, Caller>;
  /** A place of its own, for what can be done once. */
  open: (kind?: Kind) => Promise<Place>;
  event: Place;
  doorLink: string;
  mailToken: string;
  emails: Emails;
  /** Lets a caller begin anew whose session a call has ended. */
  reopen: (name: CallerName) => Promise<void>;
  /** Somebody who only registered as a guest, whom administrators may do anything to. */
  guestId: string;
  /** Another one, who may be erased. */
  erasableId: string;
  /** A department of the list, which people are in. */
  department: { id: string; name: string };
  asAdmin: () => Promise<Record<string, string>>;
  /** A refresh token that is good once. */
  signInAgain: () => Promise<{ refreshToken: string }>;
};

/** All kinds of caller, and events in which each of them is what they are. */
export async function makeWorld(request: APIRequestContext): Promise<World> {
  const callers = {} as Record<CallerName, Caller>;
  const emails = await makePeople();
  const reopen = async (name: CallerName) => {
    if (name !== "phone" || !callers.phone) callers[name] = await openCaller(name, emails[name as keyof Emails]);
  };
  for (const name of callerNames) await reopen(name);

  /** An event under way with a door for the phone, staff, and the attendee's registration. */
  async function open(kind: Kind = "event"): Promise<Place> {
    const isDraft = kind === "draft";
    const event = await makeEvent(request, { as: emails.owner, startsAt: inHours(1), endsAt: inHours(3), isDraft });
    const act = (name: string, page: string, fields: Record<string, string>) =>
      callAction(callers.owner, name, `/manage/${event.id}${page}`, { eventId: event.id, ...fields });
    await mustBeIn(act("addMemberAction", "/team", { email: emails.staff, role: "door_staff" }));
    if (isDraft) return { ...event, registrationId: "", token: "", ticket: "", act };
    const headers = await bearerOf(request, emails.attendee);
    const answer = await request.post("/api/registrations", { data: { eventId: event.id }, headers });
    const { id: registrationId, ticket } = await answer.json();
    const token = new URL(ticket.url).pathname.split("/").at(-1) ?? "";
    if (kind === "past") await endNow(event, ticket.code);
    return { ...event, registrationId, token, ticket: ticket.code as string, act };
  }

  const event = await open();
  const doorLink = await joinDoor(event);
  const mailToken = await readMailToken(request, callers.attendee);
  const signInAgain = async () => ({ refreshToken: (await tokensOf(request, emails.attendee)).refreshToken });
  const asAdmin = () => bearerOf(request, emails.admin);
  const [guestId, erasableId] = [await makeGuest(), await makeGuest()];
  const lists = await request.get("/api/departments", { headers: await asAdmin() });
  const [department] = (await lists.json()).items;
  return {
    request,
    callers,
    reopen,
    open,
    event,
    doorLink,
    mailToken,
    emails,
    signInAgain,
    guestId,
    erasableId,
    department,
    asAdmin,
  };

  async function makeGuest(): Promise<string> {
    const email = `matrix-guest-${crypto.randomUUID()}@example.org`;
    await request.post("/api/registrations", { data: { eventId: event.id, name: "Guest", email } });
    const found = await request.get(`/api/people?q=${email}`, { headers: await asAdmin() });
    return (await found.json()).items[0].id;
  }

  /** Makes the phone one of this event's door, by a link of its owner. */
  async function joinDoor({ id, act }: Place): Promise<string> {
    await mustBeIn(act("makeDoorLinkAction", "/door", { gate: "", hours: "0" }));
    const page = await request.get(`/manage/${id}/door`, { headers: { Cookie: cookieOf(callers.owner) } });
    const [, token] = (await page.text()).match(/\/door\/link\/([A-Za-z0-9_-]{64})/) ?? [];
    if (!token) throw new Error(`no door link on the page`);
    callers.phone.cookies.clear();
    await mustBeIn(callAction(callers.phone, "joinDoorAction", `/door/link/${token}`, { token, name: "Gate phone" }));
    return token;
  }
}

/** The secret part of the link by which the attendee declines mails. */
async function readMailToken(request: APIRequestContext, caller: Caller): Promise<string> {
  const me = await request.get("/api/me", { headers: { Cookie: cookieOf(caller) } });
  const { id: userId } = await me.json();
  return withSettingsOfProduct(() => unsubscribeTokenOf({ userId, topic: "reminders" }));
}

/**
 * Derives as the product does, whose secret lies in its data dir; what other tests start must not
 * inherit it.
 */
function withSettingsOfProduct<Result>(derive: () => Result): Result {
  const { E2E_RUNNING_DIR = "", E2E_DATABASE_URL, ...before } = process.env;
  const AUTH_SECRET = readFileSync(path.join(E2E_RUNNING_DIR, "auth-secret"), "utf8").trim();
  Object.assign(process.env, { AUTH_SECRET, DATABASE_URL: E2E_DATABASE_URL });
  try {
    return derive();
  } finally {
    for (const name of ["AUTH_SECRET", "DATABASE_URL"] as const) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

function cookieOf({ cookies }: Caller): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

// No way of the product leads into the past.
async function endNow(event: MadeEvent, ticket: string): Promise<void> {
  await event.admit(ticket);
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1 });
  await sql`update events set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where id = ${event.id}`;
  await sql.end();
}

async function mustBeIn(outcome: Promise<Outcome>): Promise<void> {
  const said = await outcome;
  if (said !== "in") throw new Error(`the stage could not be set: ${said}`);
}
