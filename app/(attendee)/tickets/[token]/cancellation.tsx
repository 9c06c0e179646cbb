import type { ReactNode } from "react";
import { useFormState } from "react-dom";
import { Disclosure } from "@/app/_components/disclosure";
import { Undo2 } from "@/app/_components/icons";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import type { RegistrationStatus } from "@/lib/registrations/input";
import { cancelAction, undoAction } from "./actions";

type Props = {
  token: string;
  standing: RegistrationStatus;
  /** The place of a named guest, not one's own. */
  isGuest: boolean;
  bringsGuests: boolean;
  isUndoable: boolean;
  children: ReactNode;
};

const words = {
  confirmed: {
    summary: "I can’t come",
    consequence: "The seat goes to the first in line at once, and this ticket stops working.",
    button: "Cancel my registration",
  },
  waitlisted: {
    summary: "Leave the waitlist",
    consequence: "You lose your place in line.",
    button: "Leave the waitlist",
  },
  pending: {
    summary: "Take the request back",
    consequence: "The organizer no longer sees your request.",
    button: "Take my request back",
  },
};

/** Giving up one's place in two steps, and taking that back while it is possible. Stands above the ticket it is about. */
export function Cancellation({ token, standing, isGuest, bringsGuests, isUndoable, children }: Props) {
  const [cancelled, cancel] = useFormState(cancelAction, idle);
  const [undone, undo] = useFormState(undoAction, idle);
  const hidden = <input type="hidden" name="token" value={token} />;
  return (
    <>
      <div
        data-news=""
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
              <form action={undo} data-improve="">
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
        {undone.status === "done" && standing === "pending" && (
          <Notice tone="success">Your request is with the organizer again.</Notice>
        )}
        {undone.status === "done" && standing === "waitlisted" && (
          <Notice tone="warning">Your seat had gone to somebody else: you are back in line.</Notice>
        )}
      </div>
      {children}
      {standing !== "cancelled" && (
        <Disclosure className="mt-1 print:hidden" summary={isGuest ? "This guest can’t come" : words[standing].summary}>
          <form
            action={cancel}
            data-improve=""
            className="flex flex-col items-start gap-3 rounded-lg border border-border bg-card p-4"
          >
            {hidden}
            <p className="text-sm text-secondary">
              {words[standing].consequence} {bringsGuests && "The same goes for the guests you bring."}
            </p>
            <SubmitButton variant="destructive-quiet" pendingLabel="Cancelling…">
              {isGuest ? "Cancel this guest’s place" : words[standing].button}
            </SubmitButton>
          </form>
        </Disclosure>
      )}
    </>
  );
}
