/** Every way in which the product refuses, with the HTTP status that both wrappers answer. */
export const statusByCode = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_an_attendee: 403,
  not_eligible: 403,
  proof_required: 403,
  second_factor_required: 403,
  not_found: 404,
  conflict: 409,
  event_full: 409,
  registration_closed: 409,
  capacity_below_taken: 409,
  already_answered: 409,
  survey_closed: 409,
  idempotency_mismatch: 409,
  last_admin: 409,
  revision_mismatch: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  invalid_input: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusByCode;
export type FieldError = { path: string; message: string };

type Details = { errors?: FieldError[]; retryAfterSeconds?: number; cause?: unknown };

/** A refusal that the caller may read: `message` is public. Anything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly errors: FieldError[];
  readonly retryAfterSeconds: number | undefined;

  // The front and Next are bundled apart, each with a class of its own, and one may wait for what the other refuses.
  static override [Symbol.hasInstance](value: unknown): value is AppError {
    return value instanceof Error && value.name === "AppError";
  }

  constructor(
    readonly code: ErrorCode,
    message: string,
    { errors = [], retryAfterSeconds, cause }: Details = {},
  ) {
    super(message, { cause });
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The one answer for "there is no such thing" and "you may not know whether there is". */
export function notFound(): AppError {
  return new AppError("not_found", "There is nothing here, or it is not for you.");
}

/** More people than can be answered now: `detail` says of what, and the caller is asked to come again in a moment. */
export function busy(detail: string, cause?: unknown): AppError {
  return new AppError("unavailable", `${detail} Please try again in a moment.`, { retryAfterSeconds: 3, cause });
}

/** One or more fields that the input schema accepted but the domain does not. */
export function invalidInput(...errors: FieldError[]): AppError {
  return new AppError("invalid_input", errors.map((error) => error.message).join(" "), { errors });
}
