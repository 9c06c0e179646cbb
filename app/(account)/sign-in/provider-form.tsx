"use client";

import { useEffect, useState } from "react";
import { Button } from "@/app/_components/button";

type Props = { name: string; next: string; csrfToken: string; isOnlyWay: boolean };

/**
 * Hands over to the organisation's own sign-in. Its form needs a token that only a handler can issue: a script fetches it ahead;
 * without scripts the first press brings it and the second one goes on.
 */
export function ProviderForm({ name, next, csrfToken, isOnlyWay }: Props) {
  const [token, setToken] = useState(csrfToken);
  useEffect(() => {
    fetch("/api/auth/csrf")
      .then((answer) => answer.json())
      .then((body: { csrfToken?: unknown }) => typeof body.csrfToken === "string" && setToken(body.csrfToken))
      .catch(() => {});
  }, []);
  return (
    <form action="/api/auth/signin/oidc" method="post">
      <input type="hidden" name="csrfToken" value={token} />
      <input type="hidden" name="callbackUrl" value={next} />
      <Button type="submit" variant={isOnlyWay ? "primary" : "secondary"} size="public" wide>
        Continue with {name}
      </Button>
    </form>
  );
}
