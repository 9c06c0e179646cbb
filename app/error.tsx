"use client";

import { Button } from "./_components/button";
import { LinkButton } from "./_components/link-button";
import { LostPage } from "./_components/lost-page";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  return (
    <LostPage
      title="This page did not load"
      reference={error.digest}
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <LinkButton href="/events" variant="ghost">
            All events
          </LinkButton>
        </>
      }
    >
      <p>The fault is on our side and has been written down. What you sent before is kept.</p>
    </LostPage>
  );
}
