"use client";

import { useEffect, useRef } from "react";
import { Notice } from "@/app/_components/notice";
import { RecallForm } from "./recall-form";
import { SecondsLeft } from "./seconds-left";

type Props = { eventId: string; id: string; subject: string; to: string; leftMs: number; leavesAt: string };

/** A message in its last seconds: the moment to take it back. */
export function WaitingNotice({ eventId, id, subject, to, leftMs, leavesAt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={box} className="mb-6 scroll-m-4">
      <Notice action={<RecallForm eventId={eventId} id={id} subject={subject} />}>
        <p role="status" className="font-semibold">
          On its way to {to}.
        </p>
        <p>
          <bdi>“{subject}”</bdi> <SecondsLeft leftMs={leftMs} leavesAt={leavesAt} />.
        </p>
      </Notice>
    </div>
  );
}
