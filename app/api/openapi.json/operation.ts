import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiParameters, ZodOpenApiResponsesObject } from "zod-openapi";
import { problemAnswer } from "./answers";

const problems = {
  400: "The body is not valid JSON",
  401: "Not signed in, or the token has expired",
  403: "Not allowed",
  404: "There is nothing here, or it is not for you",
  409: "The present state does not allow it; `code` says why",
  413: "The body is too large",
  415: "The body is not application/json",
  422: "The input is not valid; `errors` says where",
  429: "Too many requests; `Retry-After` says when to try again",
  503: "Busy or starting; `Retry-After` says when to try again",
} as const;

type Answers = Record<number, { description: string; schema?: z.ZodType; type?: string }>;

type Options = {
  tag: string;
  summary: string;
  description?: string;
  isPublic?: boolean;
  path?: z.ZodObject;
  query?: z.ZodType;
  body?: z.ZodType;
  isIdempotent?: boolean;
  answers: Answers;
  refuses?: (keyof typeof problems)[];
};

const idempotencyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .min(1)
    .max(255)
    .optional()
    .meta({ description: "The same key with the same body gets the first answer again, for 24 hours." }),
});

/** One operation of the document; the refusals that every route shares are added to those named. */
export function operation(options: Options): ZodOpenApiOperationObject {
  const {
    tag,
    summary,
    description,
    isPublic = false,
    path,
    query,
    body,
    isIdempotent,
    answers,
    refuses = [],
  } = options;
  const own = body ? ([400, 413, 415, 422] as const) : query ? ([422] as const) : [];
  const shared = [...own, ...refuses, ...(isPublic ? [] : ([401] as const)), 429 as const, 503 as const];
  return {
    tags: [tag],
    summary,
    ...(description && { description }),
    security: isPublic ? [{}, { bearer: [] }] : [{ bearer: [] }],
    requestParams: {
      ...(path && { path }),
      ...(query instanceof z.ZodObject && { query }),
      ...(isIdempotent && { header: idempotencyHeader }),
    } satisfies ZodOpenApiParameters,
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses: responsesOf(answers, shared),
  };
}

function responsesOf(answers: Answers, refusals: (keyof typeof problems)[]): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, { description, schema, type = "application/json" }] of Object.entries(answers)) {
    const content = schema && { content: { [type]: { schema } } };
    responses[`${Number(status)}` as "200"] = { description, ...content };
  }
  for (const status of new Set(refusals)) {
    responses[`${status}`] = {
      description: problems[status],
      content: { "application/problem+json": { schema: problemAnswer } },
    };
  }
  return responses;
}
