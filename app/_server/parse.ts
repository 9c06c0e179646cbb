import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { AppError, type FieldError, notFound } from "@/lib/platform/errors";
import type { ApiRequest } from "./answer";

const maxBodyBytes = 1_000_000;

/** The schema's faults as the field errors that pages and API show. */
export function fieldErrorsOf(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
}

/** The parsed value, or `invalid_input` with every fault (`not_found` for ids in a path). Without a schema: undefined. */
export function parseOrRefuse<T>(
  schema: z.ZodType<T> | undefined,
  value: unknown,
  refusal: "invalid_input" | "not_found" = "invalid_input",
): T {
  if (!schema) return undefined as T;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  if (refusal === "not_found") throw notFound();
  throw new AppError("invalid_input", "Some of the input is not valid.", { errors: fieldErrorsOf(parsed.error) });
}

/**
 * Finds what else is wrong with input that the schema has refused, where only stored data can say.
 */
export type FindMoreFaults = (actor: Actor, value: unknown) => Promise<FieldError[]>;

/**
 * The parsed value, or `invalid_input` with every fault of the schema and all that `findMoreFaults`
 * finds.
 */
export async function parseWithAllFaults<T>(
  schema: z.ZodType<T>,
  value: unknown,
  actor: Actor,
  findMoreFaults: FindMoreFaults | undefined,
): Promise<T> {
  try {
    return parseOrRefuse(schema, value);
  } catch (error) {
    if (!(error instanceof AppError) || !findMoreFaults) throw error;
    const errors = [...error.errors, ...(await findMoreFaults(actor, value))];
    throw new AppError(error.code, error.message, { errors });
  }
}

/** The body as JSON of at most 1 MB; otherwise `unsupported_media_type`, `payload_too_large` or `malformed`. */
export async function readJsonBody(request: ApiRequest): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("unsupported_media_type", "Send application/json.");
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) throw tooLarge();
  const text = await request.text().catch((cause: unknown) => {
    throw new AppError("malformed", "The body ended early.", { cause });
  });
  if (text.length > maxBodyBytes) throw tooLarge();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("malformed", "The body is not valid JSON.", { cause });
  }
}

function tooLarge(): AppError {
  return new AppError("payload_too_large", "The body may be at most 1 MB.");
}
