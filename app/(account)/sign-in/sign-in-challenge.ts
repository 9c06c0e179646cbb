import { cookies } from "next/headers";
import { z } from "zod";
import { hostCookie } from "@/app/_server/host-cookie";
import { findSignInChallenge } from "@/lib/access/find-sign-in-challenge";
import { signInCodeSeconds } from "@/lib/access/sign-in-codes";

// The id alone: the address stays in the database.
const cookie = hostCookie("sign-in", signInCodeSeconds);

export type SignInChallenge = { challengeId: string; email: string };

/** Remembers in this browser which code it waits for, so that a reload or a trip to the mail app loses nothing. */
export function rememberChallenge({ challengeId }: Pick<SignInChallenge, "challengeId">): void {
  cookies().set(cookie.name, challengeId, cookie.options);
}

/** The code that this browser waits for, while it works; otherwise null. */
export async function findChallenge(): Promise<SignInChallenge | null> {
  const { data: id } = z.uuid().safeParse(cookies().get(cookie.name)?.value);
  return id ? findSignInChallenge(id) : null;
}

/** Forgets it. */
export function forgetChallenge(): void {
  cookies().set(cookie.name, "", { ...cookie.options, maxAge: 0 });
}
