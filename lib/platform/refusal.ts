import { isDatabaseUnavailable } from "@/db/errors";
import { AppError } from "./errors";

/** What was thrown, as a refusal: itself, or `unavailable` when the database was out of reach; null for a bug. */
export function refusalOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!isDatabaseUnavailable(error)) return null;
  return new AppError("unavailable", "The service is busy. Please try again in a moment.", {
    retryAfterSeconds: 2,
    cause: error,
  });
}
