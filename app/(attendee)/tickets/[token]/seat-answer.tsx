import { useFormState } from "react-dom";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { confirmAction } from "./actions";

/** Asks somebody promoted whether they come, until when, and what follows from silence. `until` is the instant on the event's clock; null once answered. */
export function SeatAnswer({ token, until }: { token: string; until: string | null }) {
  const [state, confirm] = useFormState(confirmAction, idle);
  if (until === null)
    return state.status === "done" ? (
      <div data-news="" tabIndex={-1} className="mb-6 outline-none">
        <Notice tone="success" role="status">
          Thank you. The seat is yours.
        </Notice>
      </div>
    ) : null;
  return (
    <div className="mb-6 flex flex-col gap-4 empty:hidden print:hidden">
      <FormErrors state={state} />
      <Notice
        tone="warning"
        title={`Do you come? Please answer by ${until}`}
        action={
          <form action={confirm} data-improve="">
            <input type="hidden" name="token" value={token} />
            <SubmitButton pendingLabel="One moment…">Yes, I come</SubmitButton>
          </form>
        }
      >
        <p>You moved up from the waitlist. Without an answer the seat passes to the next person in line.</p>
      </Notice>
    </div>
  );
}
