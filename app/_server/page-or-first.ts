import { redirect } from "next/navigation";
import { AppError } from "@/lib/platform/errors";
import type { Page } from "@/lib/platform/page";

/** The page of a list, or its first one where the address holds a cursor of some other list. */
export async function pageOrFirst<Item>(asked: Promise<Page<Item>>, firstHref: string): Promise<Page<Item>> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") redirect(firstHref);
    throw error;
  }
}
