import type { ZodOpenApiPathsObject } from "zod-openapi";
import { passwordInput, refreshInput } from "@/lib/access/input";
import { tokensAnswer } from "./answers";
import { operation } from "./operation";

const tag = "Tokens";

export const accountPaths: ZodOpenApiPathsObject = {
  "/api/auth/token": {
    post: operation({
      tag,
      summary: "Sign in by password",
      isPublic: true,
      body: passwordInput,
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
};
