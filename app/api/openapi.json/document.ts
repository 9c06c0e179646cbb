import { createDocument } from "zod-openapi";
import { accountPaths } from "./paths-account";
import { doorPaths } from "./paths-door";
import { eventPaths } from "./paths-events";
import { insightPaths } from "./paths-insight";
import { operationsPaths } from "./paths-operations";
import { peoplePaths } from "./paths-people";
import { privacyPaths } from "./paths-privacy";
import { registrationPaths } from "./paths-registrations";

/** The OpenAPI 3.1 document of the whole API, made from the schemas that validate its input. */
export function openApiDocument() {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Turnout",
      version: "1.0.0",
      description:
        "Ids are UUIDv7, instants RFC 3339 in UTC with milliseconds. Lists are pages in keyset order: pass nextCursor back as cursor. Errors are problem documents (RFC 9457) with a stable code.",
    },
    tags: [
      { name: "Tokens", description: "Access for 15 minutes, renewed by a refresh token that works once." },
      { name: "Me", description: "What is personal: the public pages are the same for everybody." },
      { name: "People", description: "For administrators." },
      { name: "Lists", description: "What administrators keep for all." },
      { name: "Events" },
      { name: "Registrations" },
      { name: "Check-in", description: "For door staff and organizers of the event." },
      { name: "Surveys" },
      { name: "Dashboard", description: "For organizers of the event." },
      { name: "Mail", description: "What the links in mails lead to." },
      { name: "Operations" },
    ],
    paths: {
      ...accountPaths,
      ...peoplePaths,
      ...eventPaths,
      ...registrationPaths,
      ...doorPaths,
      ...insightPaths,
      ...privacyPaths,
      ...operationsPaths,
    },
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
  });
}
