import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { type ProviderPerson, providerPerson } from "@/lib/access/provider-claims";
import { signInCodeSeconds } from "@/lib/access/sign-in-codes";
import { config } from "@/lib/platform/config";

const cookieName = "provider-identity";
const remembered = z.object({ challengeId: z.uuid(), said: providerPerson });

/**
 * Remembers in this browser alone, sealed, what the provider said of somebody whose address a code
 * has yet to prove.
 */
export async function rememberIdentity(challengeId: string, said: ProviderPerson): Promise<void> {
  const sealing = { secret: config().AUTH_SECRET, salt: cookieName, maxAge: signInCodeSeconds };
  cookies().set(cookieName, await encode({ token: { challengeId, said }, ...sealing }), {
    httpOnly: true,
    sameSite: "lax",
    secure: config().APP_URL.startsWith("https:"),
    path: "/sign-in",
    maxAge: signInCodeSeconds,
  });
}

/**
 * What the provider said of whoever was sent the code of this challenge; null where it was no
 * provider that asked for it.
 */
export async function findIdentity(challengeId: string): Promise<ProviderPerson | null> {
  const token = cookies().get(cookieName)?.value;
  const sealing = { secret: config().AUTH_SECRET, salt: cookieName };
  const opened = token ? await decode({ token, ...sealing }).catch(() => null) : null;
  const { data } = remembered.safeParse(opened);
  return data?.challengeId === challengeId ? data.said : null;
}

/** Forgets it. */
export function forgetIdentity(): void {
  cookies().set(cookieName, "", { path: "/sign-in", maxAge: 0 });
}
