import { refusalOf } from "@/lib/platform/refusal";

/** Tries again when the database was too busy, as that answer asks of clients. */
export async function untilServed<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (refusalOf(error)?.code !== "unavailable") throw error;
    }
  }
}
