import { useFormState } from "react-dom";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { confirmAction } from "./actions";

type Props = {
  token: string;
  /** The instant on the event's clock; null once answered. */
  until: string | null;
  /**
   * Whether one comes, or whether the address is one's own, which only who came by the mail can
   * say.
   */
  asks: "coming" | "address" | "mailbox";
};

const questions = {
  coming: {
    title: "Do you come? Please answer by",
    button: "Yes, I come",
    text: "You moved up from the waitlist. Without an answer the seat passes to the next person in line.",
  },
  address: {
    title: "Please confirm your seat by",
    button: "Confirm my seat",
    text: "Then you get your ticket. Without an answer the seat passes on to somebody else.",
  },
  mailbox: {
    title: "Look in your mail and confirm your seat by",
    button: null,
    text: "We sent you a link. The ticket comes when you have confirmed; without an answer the seat passes on.",
  },
};

/** Asks for the answer for which a seat is held, until when, and what follows from silence. */
export function SeatAnswer({ token, until, asks }: Props) {
  const [state, confirm] = useFormState(confirmAction, idle);
  const { title, button, text } = questions[asks];
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
        title={`${title} ${until}`}
        action={
          button && (
            <form action={confirm} data-improve="">
              <input type="hidden" name="token" value={token} />
              <SubmitButton pendingLabel="One moment…">{button}</SubmitButton>
            </form>
          )
        }
      >
        <p>{text}</p>
      </Notice>
    </div>
  );
}
