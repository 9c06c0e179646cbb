"use client";

import { useState } from "react";
import { Field } from "@/app/_components/field";
import { RadioCards } from "@/app/_components/radio-cards";
import { Select } from "@/app/_components/select";
import { faultOf } from "@/app/_server/form-state";
import type { AudienceOverview } from "@/lib/notifications/count-audiences";
import { audiences } from "@/lib/notifications/input";
import type { FormPart } from "../../_form/form-part";
import { choiceFor, peopleInWords } from "./audience-words";

type Props = FormPart & { overview: AudienceOverview };

/** Who gets it, each group with how many people it has right now. */
export function AudienceFields({ state, values, overview }: Props) {
  const [department, setDepartment] = useState(values.department ?? "");
  const { everyone, departments, unreachable } = overview;
  const counts = departments.find((row) => row.department === department)?.counts ?? everyone;
  return (
    <>
      <RadioCards
        name="audience"
        legend="Who gets it"
        columns={2}
        defaultValue={values.audience || "confirmed"}
        error={faultOf(state, "audience")}
        hint={
          unreachable > 0 && `Without ${peopleInWords(unreachable)} who want no such mail or whose address takes none.`
        }
        choices={audiences.map((audience) => ({
          value: audience,
          label: choiceFor(audience),
          hint: peopleInWords(counts[audience]),
        }))}
      />
      {departments.length > 0 && (
        <Field name="department" label="Department" error={faultOf(state, "department")} className="sm:max-w-80">
          {(control) => (
            <Select {...control} value={department} onChange={(event) => setDepartment(event.target.value)}>
              <option value="">All departments</option>
              {departments.map((row) => (
                <option key={row.department} value={row.department}>
                  {`${row.department} (${row.counts.confirmed})`}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </>
  );
}
