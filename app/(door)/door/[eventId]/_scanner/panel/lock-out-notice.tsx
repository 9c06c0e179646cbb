"use client";

import { Button } from "@/app/_components/button";
import { LinkButton } from "@/app/_components/link-button";
import { Notice } from "@/app/_components/notice";
import type { DoorState } from "../door/door-state";

type Props = { eventId: string; state: DoorState; onRetry: () => void };

/** Why this phone has no list any more, and the way back; what was scanned waits meanwhile. */
export function LockOutNotice({ eventId, state: { reach, phase, waiting }, onRetry }: Props) {
  if (phase === "over") {
    return (
      <Notice tone="info" role="alert" title="This door is over">
        The guest list was removed from this phone.
      </Notice>
    );
  }
  if (!reach.lockOut) return null;
  const kept = waiting === 1 ? "1 scan is kept here" : `${waiting} scans are kept here`;
  return (
    <Notice
      tone="warning"
      role="alert"
      title="This phone has no access any more"
      action={
        <div className="flex gap-2">
          <LinkButton href={`/sign-in?next=/door/${eventId}`} target="_blank" className="h-14">
            Sign in
          </LinkButton>
          <Button className="h-14" onClick={onRetry}>
            Try again
          </Button>
        </div>
      }
    >
      The guest list was removed from it{waiting > 0 && `; ${kept}`}. Open a new door link, or sign in.
    </Notice>
  );
}
