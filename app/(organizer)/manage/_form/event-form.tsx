"use client";

import { useState } from "react";
import { useFormState } from "react-dom";
import { Card } from "@/app/_components/card";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle } from "@/app/_server/form-state";
import type { Category } from "@/lib/events/categories/input";
import { AdmissionFields } from "./admission-fields";
import { DescriptionFields } from "./description-fields";
import { EventFormButtons } from "./event-form-buttons";
import { EventPreview } from "./event-preview";
import type { EventFormState, FormValues } from "./form-part";
import { FormSection } from "./form-section";
import { QuestionFields } from "./question-fields";
import { ReminderFields, remindersInShort } from "./reminder-fields";
import { SeatFields } from "./seat-fields";
import { StaleNotice } from "./stale-notice";
import { WhenFields } from "./when-fields";
import type { ZoneGroup } from "./zones";

type Props = {
  action: (state: EventFormState, form: FormData) => Promise<EventFormState>;
  initial: FormValues;
  zoneGroups: readonly ZoneGroup[];
  categories: readonly Category[];
  /** The event that is edited; without it the form makes a new one. */
  editing?: { eventId: string; revision: number; isDraft: boolean };
};

const seatNames = ["capacity", "waitlistEnabled", "registrationOpensAt", "registrationClosesAt"];
const admissionNames = [
  "visibility",
  "eligibility",
  "eligibleDepartments",
  "approval",
  "guestsPerPerson",
  "confirmWithinHours",
  "confirmAddressMinutes",
];
const descriptionNames = ["summary", "description", "category", "cover", "coverUrl"];

/** Title, when and where; everything else is folded away under good defaults. Keeps what was typed, with scripts and without. */
export function EventForm({ action, initial, zoneGroups, categories, editing }: Props) {
  const [state, submit] = useFormState(action, idle);
  const values = state.status === "refused" ? state.typed : initial;
  // The revision that the fields were filled from: a page refreshed underneath must not make stale fields look fresh.
  const [openedRevision] = useState(editing?.revision);
  const revision = state.status === "done" ? state.result.revision : (values.revision ?? openedRevision);
  const part = { state, values };
  const [shown, setShown] = useState(initial);
  return (
    <div className="xl:grid xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start xl:gap-10">
      <form
        action={submit}
        noValidate
        onInput={(event) => setShown(textOf(new FormData(event.currentTarget)))}
        className="flex min-w-0 max-w-reading flex-col gap-4"
      >
        {/* What Enter in a field presses: it saves, and neither publishes nor overwrites. */}
        <button type="submit" name="intent" value="draft" tabIndex={-1} aria-hidden className="sr-only" />
        {state.status === "refused" && state.code === "revision_mismatch" && editing ? (
          <StaleNotice eventId={editing.eventId} state={state} />
        ) : (
          <FormErrors state={state} />
        )}
        {editing && (
          <>
            <input type="hidden" name="eventId" value={editing.eventId} />
            <input type="hidden" name="revision" value={revision ?? ""} />
          </>
        )}
        <Card className="flex flex-col gap-5">
          <Field name="title" label="Title" error={faultOf(state, "title")} required>
            {(control) => (
              <Input
                {...control}
                defaultValue={values.title}
                maxLength={200}
                autoComplete="off"
                dir="auto"
                size="public"
              />
            )}
          </Field>
          <WhenFields {...part} zoneGroups={zoneGroups} isNew={!editing} />
          <Field
            name="venue"
            label="Where"
            hint="A room, an address, or a link for those who join from afar."
            error={faultOf(state, "venue")}
          >
            {(control) => (
              <Input {...control} defaultValue={values.venue} maxLength={200} autoComplete="off" dir="auto" />
            )}
          </Field>
        </Card>
        <FormSection title="Seats and registration" names={seatNames} aside={seatsInShort(values)} {...part}>
          <SeatFields {...part} />
        </FormSection>
        <FormSection title="Who may come" names={admissionNames} aside={admissionInShort(values)} {...part}>
          <AdmissionFields {...part} />
        </FormSection>
        <FormSection title="Reminders" names={["reminderMinutes"]} aside={remindersInShort(values)} {...part}>
          <ReminderFields {...part} />
        </FormSection>
        <FormSection
          title="Description and picture"
          names={descriptionNames}
          aside={values.summary || "One sentence, text, category, picture"}
          {...part}
        >
          <DescriptionFields {...part} categories={categories} />
        </FormSection>
        <FormSection
          title="Questions at registration"
          names={["questions"]}
          aside="Asked besides name and e-mail"
          {...part}
        >
          <QuestionFields {...part} none="Nothing is asked but name, e-mail and department. Ask only what you need." />
        </FormSection>
        <EventFormButtons state={state} kind={editing ? (editing.isDraft ? "draft" : "public") : "new"} />
      </form>
      <EventPreview values={shown} />
    </div>
  );
}

function textOf(form: FormData): FormValues {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
}

function admissionInShort({ eligibility, approval, guestsPerPerson }: FormValues): string {
  const who = { departments: "Certain departments", invitation: "By invitation" }[eligibility ?? ""] ?? "Everyone";
  const isApproved = approval === "holds_seat" || approval === "holds_no_seat";
  const guests = Number(guestsPerPerson) > 0 ? `, each with up to ${guestsPerPerson} guests` : "";
  return `${who}${guests}${isApproved ? ", approved by you" : ""}`;
}

function seatsInShort({ capacity, waitlistEnabled, registrationClosesAt }: FormValues): string {
  const seats = capacity ? `${capacity} seats, ${waitlistEnabled ? "with a waitlist" : "no waitlist"}` : "No limit";
  return `${seats} · closes ${registrationClosesAt ? registrationClosesAt.replace("T", " ") : "at the start"}`;
}
