import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { Textarea } from "@/app/_components/textarea";
import { faultOf } from "@/app/_server/form-state";
import { PictureField } from "@/app/_server/picture-field";
import { ownPictureOf } from "@/app/(attendee)/events/own-picture";
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
        <PictureField
          name="cover"
          label="Picture"
          hint="PNG, JPEG or WebP of at most 1 MB. Without one we draw a cover."
          url={ownPictureOf(values.coverUrl ?? null)}
          className="aspect-video w-32 object-cover"
          error={faultOf(state, "cover") ?? faultOf(state, "coverUrl")}
          removal={{ name: "removesCover", label: "Show no picture any more" }}
        />
        <input type="hidden" name="coverUrl" value={values.coverUrl ?? ""} />
      </div>
    </>
  );
}
