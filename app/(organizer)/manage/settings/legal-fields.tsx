import { Field } from "@/app/_components/field";
import { Textarea } from "@/app/_components/textarea";

type Props = { privacyNotice: string; imprint: string; faultOf: (field: string) => string | undefined };

/** What the organisation has to say by law, in its own words. */
export function LegalFields({ privacyNotice, imprint, faultOf }: Props) {
  return (
    <div className="flex flex-col gap-5">
      <Field
        name="privacyNotice"
        label="Privacy notice"
        hint="Markdown. Shown at /privacy, and linked under every form that asks for personal data."
        error={faultOf("privacyNotice")}
        optional
      >
        {(control) => <Textarea {...control} rows={8} dir="auto" defaultValue={privacyNotice} />}
      </Field>
      <Field
        name="imprint"
        label="Imprint"
        hint="Markdown: who answers for this site. Shown at /imprint."
        error={faultOf("imprint")}
        optional
      >
        {(control) => <Textarea {...control} rows={5} dir="auto" defaultValue={imprint} />}
      </Field>
    </div>
  );
}
