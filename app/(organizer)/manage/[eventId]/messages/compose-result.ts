import type { FormValues } from "../../_form/form-part";

/** What pressing a button of the message form did; what was typed comes back unless it was sent. */
export type ComposeResult =
  | { did: "previewed"; mail: { subject: string; html: string }; values: FormValues }
  | { did: "tested"; values: FormValues }
  | { did: "sent"; id: string; nextId: string };
