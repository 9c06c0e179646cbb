"use client";

import { Undo2 } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useFormState } from "react-dom";
import { Disclosure } from "@/app/_components/disclosure";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { cancelAction, undoAction } from "./actions";

type Props = {
  token: string;
  standing: "confirmed" | "waitlisted" | "cancelled";
  isUndoable: boolean;
  children: ReactNode;
};

/** Giving up one's place in two steps, and taking that back while it is possible. Stands above the ticket it is about. */
export function Cancellation({ token, standing, isUndoable, children }: Props) {
  const [cancelled, cancel] = useFormState(cancelAction, idle);
  const [undone, undo] = useFormState(undoAction, idle);
  const told = useRef<HTMLDivElement>(null);
  const isNews = cancelled.status === "done" || undone.status === "done";
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is news
  useEffect(() => {
    if (isNews) told.current?.focus();
  }, [isNews, standing, cancelled, undone]);
  const hidden = <input type="hidden" name="token" value={token} />;
  return (
    <>
      <div
        ref={told}
        tabIndex={-1}
        role="status"
        className="mb-6 flex flex-col gap-4 outline-none empty:hidden print:hidden"
      >
        <FormErrors state={cancelled} />
        <FormErrors state={undone} />
        {standing === "cancelled" && isUndoable && (
          <Notice
            tone="success"
            title="Your registration is cancelled"
            action={
              <form action={undo}>
                {hidden}
                <SubmitButton variant="secondary" pendingLabel="One moment…">
                  <Undo2 aria-hidden />
                  Undo
                </SubmitButton>
              </form>
            }
          >
            <p>You can take it back for ten minutes, as long as there is a seat or a line.</p>
          </Notice>
        )}
        {undone.status === "done" && standing === "confirmed" && (
          <Notice tone="success">Your seat is yours again.</Notice>
        )}
        {undone.status === "done" && standing === "waitlisted" && (
          <Notice tone="warning">Your seat had gone to somebody else: you are back in line.</Notice>
        )}
      </div>
      {children}
      {standing !== "cancelled" && (
        <Disclosure
          className="mt-1 print:hidden"
          summary={standing === "confirmed" ? "I can’t come" : "Leave the waitlist"}
        >
          <form action={cancel} className="flex flex-col items-start gap-3 rounded-lg border border-border bg-card p-4">
            {hidden}
            <p className="text-sm text-secondary">
              {standing === "confirmed"
                ? "Your seat goes to the first in line at once, and this ticket stops working."
                : "You lose your place in line."}
            </p>
            <SubmitButton variant="destructive-quiet" pendingLabel="Cancelling…">
              {standing === "confirmed" ? "Cancel my registration" : "Leave the waitlist"}
            </SubmitButton>
          </form>
        </Disclosure>
      )}
    </>
  );
}
