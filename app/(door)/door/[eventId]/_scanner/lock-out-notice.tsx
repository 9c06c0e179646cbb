"use client";

import { Button } from "@/app/_components/button";
import { LinkButton } from "@/app/_components/link-button";
import { Notice } from "@/app/_components/notice";
import { queueOf } from "./queue-of";
import type { LockOut } from "./scan-queue";

type Props = { eventId: string; reason: LockOut; waiting: number };

/** Why the server takes no scans from here, and the way back; what was scanned waits meanwhile. */
export function LockOutNotice({ eventId, reason, waiting }: Props) {
  const kept = waiting === 1 ? "1 scan is kept here" : `${waiting} scans are kept here`;
  return (
    <Notice
      tone="warning"
      role="alert"
      title={reason === "signed_out" ? "You are signed out" : "You are no longer door staff here"}
      action={
        <div className="flex gap-2">
          {reason === "signed_out" && (
            <LinkButton href={`/sign-in?next=/door/${eventId}`} target="_blank" className="h-14">
              Sign in
            </LinkButton>
          )}
          <Button className="h-14" onClick={() => queueOf(eventId).retry()}>
            Try again
          </Button>
        </div>
      }
    >
      {kept}. {reason === "signed_out" ? "Sign in again in another tab." : "Ask the organizer to add you again."}
    </Notice>
  );
}
