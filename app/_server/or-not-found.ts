import { notFound, redirect } from "next/navigation";
import { AppError } from "@/lib/platform/errors";
import { passkeyHref } from "./second-factor";

/**
 * What a page asked for, or the 404 page when the verb answered `not_found`; a second factor that
 * is due is asked for.
 */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    if (error instanceof AppError && error.code === "second_factor_required") redirect(passkeyHref("/manage"));
    throw error;
  }
}
