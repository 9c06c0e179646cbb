import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { checkInInput, rosterInput, scanLogInput, undoCheckInInput } from "@/lib/checkin/input";
import { scanResultsAnswer } from "./answers";
import { operation } from "./operation";

const tag = "Check-in";

export const doorPaths: ZodOpenApiPathsObject = {
  "/api/checkin": {
    post: operation({
      tag,
      summary: "Send scans",
      description:
        "One to 500 scans, answered in order. `scanId` makes a scan idempotent: the same one gets the same verdict for ever. A scan is never rejected for being late: the earliest admission stands.",
      body: checkInInput,
      answers: { 200: { description: "A verdict for each scan", schema: scanResultsAnswer } },
      refuses: [404],
    }),
  },
  "/api/checkin/undo": {
    post: operation({
      tag,
      summary: "Undo a check-in",
      body: undoCheckInInput,
      answers: { 200: { description: "Not checked in any more", schema: z.looseObject({}) } },
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
        200: { description: "A page of the roster", schema: z.looseObject({ nextCursor: z.string().nullable() }) },
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
