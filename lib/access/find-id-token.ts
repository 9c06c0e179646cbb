import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/users";

/**
 * The ID token by which the provider let this session in, also when it has ended; null where none
 * was kept.
 */
export async function findIdToken(sessionId: string): Promise<string | null> {
  const [session] = await db().select({ idToken: sessions.idToken }).from(sessions).where(eq(sessions.id, sessionId));
  return session?.idToken ?? null;
}
