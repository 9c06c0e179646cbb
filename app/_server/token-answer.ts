import { issueAccessToken } from "@/lib/access/access-token";
import { accessSeconds, type StartedSession } from "@/lib/access/sessions";
import { now } from "@/lib/platform/clock";
import { takeOverClaimed } from "@/lib/registrations/take-over";
import { type Answer, json } from "./answer";

/**
 * The answer of the token endpoints: an access token for 15 minutes and the refresh token that
 * follows it. What others registered for the address is the person's from now on.
 */
export async function tokenAnswer({ person, refreshToken, expiresAt }: StartedSession): Promise<Answer> {
  const { userId, email, name, role } = person;
  await takeOverClaimed(userId);
  return json({
    accessToken: await issueAccessToken(person),
    expiresIn: accessSeconds,
    refreshToken,
    refreshExpiresIn: Math.round((expiresAt.getTime() - now().getTime()) / 1000),
    user: { id: userId, email, name, role },
  });
}
