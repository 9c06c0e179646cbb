import { notFound } from "next/navigation";
import { AppError } from "@/lib/platform/errors";

/** What a page asked for, or the 404 page when the verb answered `not_found`. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
