import type { FormState } from "@/app/_server/form-state";

/** A form's fields by name, as they are typed and sent. */
export type FormValues = Record<string, string>;

/** What saving an event answers. */
export type EventFormState = FormState<{ revision: number }>;

/** What each part of the event form shows: the fields' values, and what was wrong with them. */
export type FormPart = { state: FormState<unknown>; values: FormValues };
