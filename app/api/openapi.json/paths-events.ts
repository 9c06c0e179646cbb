import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  cancelEventInput,
  createEventInput,
  duplicateEventInput,
  eventIdParams,
  listEventsInput,
  updateEventInput,
} from "@/lib/events/input";
import { eventAnswer, eventListAnswer, pageAnswer } from "./answers";
import { operation } from "./operation";

const tag = "Events";
const event = { description: "The event", schema: eventAnswer };

export const eventPaths: ZodOpenApiPathsObject = {
  "/api/events": {
    get: operation({
      tag,
      summary: "List events",
      description: "Published and past events; organizers also see their own drafts.",
      isPublic: true,
      query: listEventsInput,
      answers: { 200: { description: "A page of events", schema: pageAnswer(eventListAnswer) } },
    }),
    post: operation({
      tag,
      summary: "Create a draft",
      body: createEventInput,
      isIdempotent: true,
      answers: { 201: event },
      refuses: [403, 409],
    }),
  },
  "/api/events/{id}": {
    get: operation({
      tag,
      summary: "Read an event",
      isPublic: true,
      path: eventIdParams,
      answers: { 200: event },
      refuses: [404],
    }),
    patch: operation({
      tag,
      summary: "Change an event",
      description:
        "Lowering capacity below the seats taken is refused (`capacity_below_taken`); raising it promotes the waitlist. With `revision`, a change made since that revision is refused (`revision_mismatch`).",
      path: eventIdParams,
      body: updateEventInput,
      answers: { 200: event },
      refuses: [404, 409],
    }),
  },
  "/api/events/{id}/publish": {
    post: operation({
      tag,
      summary: "Publish a draft",
      path: eventIdParams,
      answers: { 200: event },
      refuses: [404, 409, 422],
    }),
  },
  "/api/events/{id}/cancel": {
    post: operation({
      tag,
      summary: "Cancel an event",
      description: "Tells everybody registered.",
      path: eventIdParams,
      body: cancelEventInput,
      answers: { 200: event },
      refuses: [404, 409],
    }),
  },
  "/api/events/{id}/duplicate": {
    post: operation({
      tag,
      summary: "Copy an event to another date",
      path: eventIdParams,
      body: duplicateEventInput,
      answers: { 201: { description: "The copy, a draft", schema: eventAnswer } },
      refuses: [404],
    }),
  },
  "/api/events/{id}/calendar.ics": {
    get: operation({
      tag,
      summary: "The event as a calendar file",
      isPublic: true,
      path: eventIdParams,
      answers: { 200: { description: "iCalendar (RFC 5545)", schema: z.string(), type: "text/calendar" } },
      refuses: [404],
    }),
  },
};
