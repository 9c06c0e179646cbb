import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { Textarea } from "@/app/_components/textarea";
import { faultOf } from "@/app/_server/form-state";
import type { Category } from "@/lib/events/categories/input";
import type { FormPart } from "./form-part";

/** What the event is about, in one line and at length. */
export function DescriptionFields({ state, values, categories }: FormPart & { categories: readonly Category[] }) {
  return (
    <>
      <Field
        name="summary"
        label="In one sentence"
        hint="Stands in the list of events and in mails."
        error={faultOf(state, "summary")}
      >
        {(control) => <Input {...control} defaultValue={values.summary} maxLength={300} dir="auto" />}
      </Field>
      <Field
        name="description"
        label="Description"
        hint="Markdown: # heading, **bold**, - list, [words](https://…)."
        error={faultOf(state, "description")}
      >
        {(control) => <Textarea {...control} rows={8} defaultValue={values.description} dir="auto" />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="category" label="Category" error={faultOf(state, "category")}>
          {(control) => (
            <Select {...control} defaultValue={values.category || "other"}>
              {categories.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          name="coverUrl"
          label="Picture"
          hint="Its address with https://. Without one we draw a cover."
          error={faultOf(state, "coverUrl")}
        >
          {(control) => (
            <Input {...control} type="url" inputMode="url" defaultValue={values.coverUrl} placeholder="https://" />
          )}
        </Field>
      </div>
    </>
  );
}
