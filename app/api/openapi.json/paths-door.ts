import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  checkInInput,
  liveDoorInput,
  rosterInput,
  scanLogInput,
  startDeviceInput,
  undoCheckInInput,
  walkInsInput,
} from "@/lib/checkin/input";
import { scanResultsAnswer } from "./answers";
import { rosterAnswer, startedDeviceAnswer, undoneAnswer, walkInResultsAnswer } from "./answers-door";
import { operation } from "./operation";

const tag = "Check-in";

export const doorPaths: ZodOpenApiPathsObject = {
  "/api/checkin": {
    post: operation({
      tag,
      summary: "Send scans",
      description:
        "One to 500 scans, answered in order. `scanId` makes a scan idempotent: the same one gets the same verdict for ever. A scan is never rejected for being late: the earliest admission stands. `sentAt` corrects a phone's clock, `waiting` tells how many scans stay on it, `override` lets in whom the list refuses, from those who may.",
      body: checkInInput,
      answers: { 200: { description: "A verdict for each scan", schema: scanResultsAnswer } },
      refuses: [404],
    }),
  },
  "/api/checkin/undo": {
    post: operation({
      tag,
      summary: "Undo a check-in",
      description:
        "`undoId` makes it count once. What admitted the person up to `undoneAt` is taken back; an admission after it stands.",
      body: undoCheckInInput,
      answers: { 200: { description: "When the person is checked in, as it stands now", schema: undoneAnswer } },
      refuses: [404],
    }),
  },
  "/api/checkin/roster": {
    get: operation({
      tag,
      summary: "What a scanner needs to know",
      description: "Everybody's name, department and state, without addresses; with `since` what changed.",
      query: rosterInput,
      answers: {
        200: { description: "A page of the roster", schema: rosterAnswer },
      },
      refuses: [404],
    }),
  },
  "/api/checkin/walk-ins": {
    post: operation({
      tag,
      summary: "Register people who came without a ticket, and let them in",
      description:
        "One to 100, idempotent by `walkInId`. Never more seats than capacity; whoever was let in without network (`offline`) and finds no seat is recorded as in, over capacity.",
      body: walkInsInput,
      answers: { 200: { description: "What became of each", schema: walkInResultsAnswer } },
      refuses: [404],
    }),
  },
  "/api/checkin/devices": {
    post: operation({
      tag,
      summary: "Make this phone known to the door",
      description: "Sets the cookie by which its scans are put down to it. A phone that is known keeps its id.",
      body: startDeviceInput,
      answers: { 200: { description: "The phone", schema: startedDeviceAnswer } },
      refuses: [404],
    }),
  },
  "/api/checkin/live": {
    get: operation({
      tag,
      summary: "Hear of changes at the door",
      description:
        "Server-sent events named `change` with `counts`, `gates` and `asOf`, at once and after whatever changes who is in. The stream ends when the right to it does.",
      query: liveDoorInput,
      answers: {
        200: { description: "A stream of server-sent events", schema: z.string(), type: "text/event-stream" },
      },
      refuses: [404],
    }),
  },
  "/api/checkin/log": {
    get: operation({
      tag,
      summary: "Every scan of an event, the latest first",
      query: scanLogInput,
      answers: {
        200: { description: "A page of the log", schema: z.looseObject({ nextCursor: z.string().nullable() }) },
      },
      refuses: [404],
    }),
  },
};
