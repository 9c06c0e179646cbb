"use client";

import { useState } from "react";
import { Button } from "@/app/_components/button";
import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Trash2 } from "@/app/_components/icons";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { Textarea } from "@/app/_components/textarea";
import { faultOf } from "@/app/_server/form-state";
import type { FormPart } from "./form-part";

const kinds = [
  { value: "text", label: "Own words" },
  { value: "choice", label: "One of several" },
  { value: "rating", label: "1 to 5" },
  { value: "consent", label: "Agreeing to this" },
];

type Props = FormPart & { row: number; hasScripts: boolean; onRemove: () => void };

/** One question: its words, the kind of answer, its choices, and whether it must be answered. */
export function QuestionRow({ row, state, values, hasScripts, onRemove }: Props) {
  const name = (part: string) => `questions.${row}.${part}`;
  const [kind, setKind] = useState(values[name("kind")] || "text");
  return (
    <fieldset className="grid gap-4 border-t border-border pt-5 first:border-t-0 first:pt-0 sm:grid-cols-[minmax(0,1fr)_11rem]">
      <legend className="sr-only">Question</legend>
      <input type="hidden" name={name("id")} value={values[name("id")] ?? ""} />
      <Field name={name("label")} label="Question" error={faultOf(state, name("label"))}>
        {(control) => <Input {...control} defaultValue={values[name("label")]} maxLength={200} dir="auto" />}
      </Field>
      <Field name={name("kind")} label="Answer" error={faultOf(state, name("kind"))}>
        {(control) => (
          <Select {...control} value={kind} onChange={(event) => setKind(event.target.value)}>
            {kinds.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {(kind === "choice" || !hasScripts) && (
        <Field
          name={name("options")}
          label="Choices"
          hint="One on each line."
          error={faultOf(state, name("options"))}
          className="sm:col-span-2"
        >
          {(control) => <Textarea {...control} rows={3} defaultValue={values[name("options")]} dir="auto" />}
        </Field>
      )}
      <div className="flex items-center justify-between gap-4 sm:col-span-2">
        <Checkbox
          name={name("required")}
          value="on"
          defaultChecked={values[name("required")] === "on"}
          label="Must be answered"
        />
        {hasScripts && (
          <Button variant="ghost" onClick={onRemove}>
            <Trash2 aria-hidden strokeWidth={1.5} />
            Remove
          </Button>
        )}
      </div>
    </fieldset>
  );
}
