"use client";

import { Button } from "./_components/button";
import { LostPage } from "./_components/lost-page";
import "./globals.css";

type Props = { error: Error & { digest?: string }; reset: () => void };

// Stands in for the root layout itself, so it brings its own html and follows the system's theme.
export default function GlobalError({ error, reset }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Turnout did not load</title>
        <LostPage
          title="Turnout did not load"
          reference={error.digest}
          actions={
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
          }
        >
          <p>The fault is on our side and has been written down. Please try again in a moment.</p>
        </LostPage>
      </body>
    </html>
  );
}
