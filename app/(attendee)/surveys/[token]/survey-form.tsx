"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { RatingField } from "@/app/_components/rating-field";
import { ScaleField } from "@/app/_components/scale-field";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { type AskedQuestion, QuestionField } from "../../events/[slug]/question-field";
import { answerAction } from "./actions";
import { ThankYou } from "./thank-you";

type Props = {
  token: string;
  questions: readonly AskedQuestion[];
  /** Chosen in the mail: filled in, but sent by nobody else than the person. */
  prefilled: { rating?: number; nps?: number };
  eventsHref: string;
  /** Whether the answers stay with who gave them. */
  keepsNames: boolean;
  isAnswered: boolean;
};

const ratingWords = ["Poor", "Fair", "Okay", "Good", "Great"];

/** The whole survey on one screen. Sent once, it gives way to thanks; works without scripts. */
export function SurveyForm({ token, questions, prefilled, eventsHref, keepsNames, isAnswered }: Props) {
  const [state, submit] = useFormState(answerAction, idle);
  const isNews = state.status === "done" || (state.status === "refused" && state.code === "already_answered");
  if (isAnswered || isNews) return <ThankYou isNews={isNews} eventsHref={eventsHref} />;
  const numberIn = (name: "rating" | "nps") => {
    const typed = typedIn(state, name);
    return typed ? Number(typed) : prefilled[name];
  };
  return (
    <form
      action={submit}
      noValidate
      data-improve=""
      className="flex flex-col gap-8 [&_div>label:first-child]:text-base [&_legend]:text-base"
    >
      <FormErrors state={state} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="keepsNames" value={keepsNames ? "yes" : "no"} />
      <RatingField
        name="rating"
        legend="How was it, all in all?"
        words={ratingWords}
        defaultValue={numberIn("rating")}
        error={faultOf(state, "rating")}
      />
      <ScaleField
        name="nps"
        legend="Would you recommend it to a colleague?"
        from={0}
        to={10}
        lowLabel="not at all"
        highLabel="certainly"
        defaultValue={numberIn("nps")}
        error={faultOf(state, "nps")}
      />
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} state={state} />
      ))}
      <Field
        name="comment"
        label="What should we keep, and what should we change?"
        error={faultOf(state, "comment")}
        optional
      >
        {(control) => (
          <Textarea {...control} maxLength={2000} rows={3} dir="auto" defaultValue={typedIn(state, "comment")} />
        )}
      </Field>
      <div>
        <SubmitButton size="public" wide pendingLabel="Sending…">
          Send my answers
        </SubmitButton>
        <p className="mt-3 text-meta text-muted-foreground">
          {keepsNames
            ? "The organizers see what you answer, with your name. You can answer once."
            : "The organizers see what you answer, but not your name; once the survey has closed, nothing can tell whose answers they were. You can answer once."}
        </p>
      </div>
    </form>
  );
}
