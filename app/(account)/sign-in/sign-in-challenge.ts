import { cookies } from "next/headers";
import { z } from "zod";
import { signInCodeSeconds } from "@/lib/access/sign-in-codes";

const cookieName = "sign-in";
const challenge = z.object({ challengeId: z.uuid(), email: z.string() });

export type SignInChallenge = z.infer<typeof challenge>;

/** Remembers in this browser which code it waits for, so that a reload or a trip to the mail app loses nothing. */
export function rememberChallenge(waitingFor: SignInChallenge): void {
  cookies().set(cookieName, JSON.stringify(waitingFor), {
    httpOnly: true,
    sameSite: "lax",
    path: "/sign-in",
    maxAge: signInCodeSeconds,
  });
}

/** The code that this browser waits for, or null. */
export function findChallenge(): SignInChallenge | null {
  try {
    const parsed = challenge.safeParse(JSON.parse(cookies().get(cookieName)?.value ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Forgets it. */
export function forgetChallenge(): void {
  cookies().set(cookieName, "", { path: "/sign-in", maxAge: 0 });
}
