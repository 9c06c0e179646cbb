import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { registerInput, registrationIdParams, registrationsQuery, transferInput } from "@/lib/registrations/input";
import {
  alreadyRegisteredGuestAnswer,
  approvedAnswer,
  cancelledAnswer,
  confirmedAnswer,
  guestAnswer,
  pageAnswer,
  registrationAnswer,
} from "./answers";
import { operation } from "./operation";

const tag = "Registrations";

export const registrationPaths: ZodOpenApiPathsObject = {
  "/api/registrations": {
    post: operation({
      tag,
      summary: "Register",
      description:
        "As the signed-in person, or as a guest with `name` and `email`. `event_full` without a waitlist, `registration_closed` when not open, `not_eligible` for whom it is not. Where the organizer approves, the status is `pending`.",
      isPublic: true,
      isIdempotent: true,
      body: registerInput,
      answers: {
        201: { description: "Registered, or in the line", schema: registrationAnswer },
        200: {
          description: "Already registered. A guest learns nothing more: the ticket goes to the address again.",
          schema: z.union([registrationAnswer, alreadyRegisteredGuestAnswer]),
        },
      },
      refuses: [403, 404, 409],
    }),
    get: operation({
      tag,
      summary: "List registrations",
      description:
        "Without `eventId` one's own; with it the event's guest list, for its organizers and door staff (who get no e-mail addresses).",
      query: registrationsQuery,
      answers: {
        200: {
          description: "A page of registrations",
          schema: z.union([pageAnswer(guestAnswer), pageAnswer(registrationAnswer)]),
        },
      },
      refuses: [404],
    }),
  },
  "/api/registrations/{id}": {
    get: operation({
      tag,
      summary: "Read a registration",
      path: registrationIdParams,
      answers: { 200: { description: "The registration", schema: registrationAnswer } },
      refuses: [404],
    }),
    delete: operation({
      tag,
      summary: "Cancel a registration",
      description:
        "By its person or an organizer of the event. The freed seat goes to the first in the waitlist. Cancelling twice changes nothing.",
      path: registrationIdParams,
      answers: { 200: { description: "Cancelled", schema: cancelledAnswer } },
      refuses: [404, 409],
    }),
  },
  "/api/registrations/{id}/transfer": {
    post: operation({
      tag,
      summary: "Pass a seat on",
      description:
        "By its person. The registration ends, its ticket is revoked, and the other person is confirmed in the same seat and told by mail.",
      path: registrationIdParams,
      body: transferInput,
      answers: { 200: { description: "Passed on", schema: cancelledAnswer } },
      refuses: [404, 409],
    }),
  },
  "/api/registrations/{id}/confirm": {
    post: operation({
      tag,
      summary: "Take a seat one was promoted to",
      description: "Needed only where the event asks for an answer in time, else the seat passes on.",
      path: registrationIdParams,
      answers: { 200: { description: "The seat stays", schema: confirmedAnswer } },
      refuses: [404, 409],
    }),
  },
  "/api/tickets/{token}": {
    get: operation({
      tag,
      summary: "Ask whether a ticket's page has changed",
      description:
        "By whoever has the secret address of the page. The version is another one whenever the page says something else.",
      isPublic: true,
      path: z.object({ token: z.string() }),
      answers: { 200: { description: "The version", schema: z.object({ version: z.string() }) } },
      refuses: [404],
    }),
  },
  "/api/registrations/{id}/approve": {
    post: operation({
      tag,
      summary: "Approve a request",
      description: "By an organizer of the event; cancelling a pending registration declines it.",
      path: registrationIdParams,
      answers: {
        200: { description: "Approved: confirmed, or in the line when no seat is left", schema: approvedAnswer },
      },
      refuses: [404, 409],
    }),
  },
};
