import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { FieldError } from "@/app/_components/field-error";
import { RadioCards } from "@/app/_components/radio-cards";
import { ScaleField } from "@/app/_components/scale-field";
import { Select } from "@/app/_components/select";
import { Textarea } from "@/app/_components/textarea";
import type { FormState } from "@/app/_server/form-state";
import { faultOf, typedIn } from "@/app/_server/form-state";

export type AskedQuestion = {
  id: string;
  label: string;
  kind: "text" | "choice" | "rating" | "consent";
  required: boolean;
  options?: string[];
};

const mostCards = 4;

/** One of the organizer's questions as the control that fits it. */
export function QuestionField({ question, state }: { question: AskedQuestion; state: FormState<unknown> }) {
  const name = `answers.${question.id}`;
  const typed = typedIn(state, name);
  const shared = { name, error: faultOf(state, name) };
  if (question.kind === "rating") {
    return (
      <ScaleField
        {...shared}
        legend={question.label}
        from={1}
        to={5}
        lowLabel="low"
        highLabel="high"
        defaultValue={typed ? Number(typed) : undefined}
      />
    );
  }
  if (question.kind === "consent") {
    const { error } = shared;
    return (
      <div>
        <Checkbox
          id={name}
          name={name}
          value="yes"
          label={question.label}
          hint={question.required ? undefined : "Optional"}
          defaultChecked={typed === "yes"}
          aria-describedby={error && `${name}-error`}
          aria-invalid={error ? true : undefined}
        />
        {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      </div>
    );
  }
  const options = question.options ?? [];
  if (question.kind === "choice" && options.length <= mostCards) {
    return (
      <RadioCards
        {...shared}
        legend={question.label}
        hint={question.required ? undefined : "Optional"}
        choices={options.map((option) => ({ value: option, label: option }))}
        defaultValue={typed}
      />
    );
  }
  return (
    <Field {...shared} label={question.label} optional={!question.required}>
      {(control) =>
        question.kind === "choice" ? (
          <Select {...control} size="public" defaultValue={typed ?? ""}>
            <option value="">Choose…</option>
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </Select>
        ) : (
          <Textarea {...control} rows={2} maxLength={2000} className="min-h-12" defaultValue={typed} />
        )
      }
    </Field>
  );
}
