import type { ZodOpenApiPathsObject } from "zod-openapi";
import { personParams } from "@/lib/access/people/input";
import { listAuditInput } from "@/lib/audit/input";
import { auditAnswer, erasingAnswer, personExportAnswer } from "./answers-privacy";
import { operation } from "./operation";

const everything = { description: "The document", schema: personExportAnswer };

export const privacyPaths: ZodOpenApiPathsObject = {
  "/api/me/export": {
    get: operation({
      tag: "Me",
      summary: "Everything that is stored about oneself",
      description: "As one document.",
      answers: { 200: everything },
    }),
  },
  "/api/people/{id}/export": {
    get: operation({
      tag: "People",
      summary: "Everything that is stored about a person",
      path: personParams,
      answers: { 200: everything },
      refuses: [404],
    }),
  },
  "/api/audit": {
    get: operation({
      tag: "Operations",
      summary: "Who did what",
      description:
        "The newest first. Administrators read all, organizers the entries of their own events, named by `eventId`. `personId`: by that person, or about them. `action` is one action, or with a dot at its end all of a noun: `event.`.",
      query: listAuditInput,
      answers: { 200: { description: "A page of entries", schema: auditAnswer } },
      refuses: [404],
    }),
  },
};

export const eraseMe = operation({
  tag: "Me",
  summary: "Erase oneself",
  description:
    "With a proof of who one is that is at most ten minutes old (else `forbidden`), and not while one owns events (`conflict`) or is the last administrator (`last_admin`). From the answer on there is no way in; what others need to count stays without a name.",
  answers: { 202: { description: "Erased within a day, mostly at once", schema: erasingAnswer } },
  refuses: [403, 409],
});

export const erasePerson = operation({
  tag: "People",
  summary: "Erase a person",
  description: "Their events go to whoever erases them. The last administrator can't be erased: `last_admin`.",
  path: personParams,
  answers: { 202: { description: "Erased within a day, mostly at once", schema: erasingAnswer } },
  refuses: [404, 409],
});
