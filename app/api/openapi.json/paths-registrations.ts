import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { registerInput, registrationIdParams, registrationsQuery } from "@/lib/registrations/input";
import { alreadyRegisteredGuestAnswer, cancelledAnswer, guestAnswer, pageAnswer, registrationAnswer } from "./answers";
import { operation } from "./operation";

const tag = "Registrations";

export const registrationPaths: ZodOpenApiPathsObject = {
  "/api/registrations": {
    post: operation({
      tag,
      summary: "Register",
      description:
        "As the signed-in person, or as a guest with `name` and `email`. `event_full` without a waitlist, `registration_closed` when not open.",
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
      refuses: [404, 409],
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
};
