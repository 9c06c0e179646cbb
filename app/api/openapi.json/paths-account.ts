import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  listSessionsInput,
  refreshInput,
  requestCodeInput,
  sessionIdParams,
  tokenInput,
  updateAccountInput,
} from "@/lib/access/input";
import { eventIdParams } from "@/lib/events/input";
import { readerQuery } from "@/lib/registrations/input";
import { accountAnswer, codeSentAnswer, readerAnswer, sessionPageAnswer, tokensAnswer } from "./answers";
import { operation } from "./operation";
import { eraseMe } from "./paths-privacy";

const tag = "Tokens";
const meTag = "Me";
const mailTag = "Mail";
const unsubscribeParams = z.object({ token: z.string() });

export const accountPaths: ZodOpenApiPathsObject = {
  "/api/auth/codes": {
    post: operation({
      tag,
      summary: "Have a code sent",
      description:
        "The same answer for every address. Where one was sent a moment ago and still works, no other mail is sent. The first use of a code makes an unknown address an attendee.",
      isPublic: true,
      body: requestCodeInput,
      answers: { 202: { description: "Sent, or sent before", schema: codeSentAnswer } },
    }),
  },
  "/api/auth/token": {
    post: operation({
      tag,
      summary: "Sign in by password or by code",
      description:
        "From the eleventh wrong guess at one account from one network in ten minutes on 429; elsewhere the right secret still passes.",
      isPublic: true,
      body: tokenInput,
      answers: { 200: { description: "Tokens", schema: tokensAnswer } },
      refuses: [401],
    }),
  },
  "/api/auth/refresh": {
    post: operation({
      tag,
      summary: "Renew the access token",
      description: "Each refresh token works once. Using a spent one ends the whole session.",
      isPublic: true,
      body: refreshInput,
      answers: { 200: { description: "Tokens", schema: tokensAnswer } },
      refuses: [401],
    }),
  },
  "/api/auth/revoke": {
    post: operation({
      tag,
      summary: "End a session",
      isPublic: true,
      body: refreshInput,
      answers: { 204: { description: "Ended" } },
    }),
  },
  "/api/me": {
    get: operation({
      tag: meTag,
      summary: "Who one is",
      description: "And what there is for one besides the public pages.",
      answers: { 200: { description: "The account", schema: accountAnswer } },
    }),
    delete: eraseMe,
    patch: operation({
      tag: meTag,
      summary: "Change one's name, language or time zone",
      description: "What isn't given stays.",
      body: updateAccountInput,
      answers: { 200: { description: "The account", schema: accountAnswer } },
    }),
  },
  "/api/me/sessions": {
    get: operation({
      tag: meTag,
      summary: "Where one is signed in",
      query: listSessionsInput,
      answers: { 200: { description: "A page of sessions, the newest first", schema: sessionPageAnswer } },
    }),
  },
  "/api/me/sessions/{id}": {
    delete: operation({
      tag: meTag,
      summary: "End a session",
      description: "Every token of it answers 401 at once.",
      path: sessionIdParams,
      answers: { 204: { description: "Ended" } },
      refuses: [404],
    }),
  },
  "/api/me/events/{id}": {
    get: operation({
      tag: meTag,
      summary: "What an event's page adds for its reader",
      description:
        "Strangers get nothing but the registration that was made on this device, and why they may not register.",
      isPublic: true,
      path: eventIdParams,
      query: readerQuery,
      answers: { 200: { description: "For this reader", schema: readerAnswer } },
      refuses: [404],
    }),
  },
  "/api/mail-preferences/{token}": {
    get: operation({
      tag: mailTag,
      summary: "To the page of one's mail preferences",
      description: "Changes nothing. The token stands in the mail.",
      isPublic: true,
      path: unsubscribeParams,
      answers: { 303: { description: "The page" } },
      refuses: [404],
    }),
    post: operation({
      tag: mailTag,
      summary: "Unsubscribe by one click",
      description:
        "RFC 8058: declines the topic of the mail whose header named this address. Twice is once; any body is ignored.",
      isPublic: true,
      path: unsubscribeParams,
      answers: { 204: { description: "Declined" } },
      refuses: [404],
    }),
  },
};
