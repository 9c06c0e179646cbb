import { issueAccessToken } from "@/lib/access/access-token";
import { accessSeconds, type StartedSession, sessionSeconds } from "@/lib/access/sessions";
import { json } from "./route";

/** The answer of the token endpoints: an access token for 15 minutes and the refresh token that follows it. */
export async function tokenAnswer({ person, refreshToken }: StartedSession): Promise<Response> {
  const { userId, email, name, role } = person;
  return json({
    accessToken: await issueAccessToken(person),
    expiresIn: accessSeconds,
    refreshToken,
    refreshExpiresIn: sessionSeconds,
    user: { id: userId, email, name, role },
  });
}
