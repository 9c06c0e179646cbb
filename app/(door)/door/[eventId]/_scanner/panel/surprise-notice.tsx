"use client";

import { Button } from "@/app/_components/button";
import { Notice } from "@/app/_components/notice";
import type { Outcome } from "../judge/outcome";
import { sayOutcome } from "../verdict/explain";

type Props = { surprises: Outcome[]; timeOf: (instant: string) => string; onDismiss: () => void };

/** What the server said otherwise of somebody who has gone on meanwhile, one after the other. */
export function SurpriseNotice({ surprises, timeOf, onDismiss }: Props) {
  const [first, ...rest] = surprises;
  if (!first) return null;
  return (
    <Notice
      tone="warning"
      role="alert"
      title="The server says otherwise"
      action={
        <Button className="h-14" onClick={onDismiss}>
          {rest.length > 0 ? `Seen, ${rest.length} more` : "Seen"}
        </Button>
      }
    >
      {sayOutcome(first, timeOf)}.
    </Notice>
  );
}
