"use client";

import { useState } from "react";
import { type FormState, idle } from "@/app/_server/form-state";
import {
  addPasskeyAction,
  askForNewPasskeyAction,
  askForPasskeyAction,
  confirmWithPasskeyAction,
  removePasskeyAction,
} from "./actions";
import { createPasskey, getPasskey, whyNot } from "./browser-passkey";

type Refused = Extract<FormState<never>, { status: "refused" }>;
type Outcome = { isDone: true } | { isDone: false; message: string; code: Refused["code"] | null };

/**
 * What is done with this person's passkeys in this browser. Where the site first asks for a proof
 * and there is a passkey (`hasOne`), that one is shown, and the work goes on.
 */
export function usePasskey({ hasOne }: { hasOne: boolean }) {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Exclude<Outcome, { isDone: true }> | null>(null);

  async function run(work: () => Promise<Outcome>): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    setRefusal(null);
    const outcome = await work().catch((fault): Outcome => ({ isDone: false, message: whyNot(fault), code: null }));
    setBusy(false);
    if (!outcome.isDone) setRefusal(outcome);
    return outcome.isDone;
  }

  return {
    isBusy,
    refusal,
    confirm: () => run(confirm),
    add: (name: string) => run(() => add(name, hasOne)),
    remove: (id: string) => run(() => proved(() => removePasskeyAction(idle, formOf({ id })), hasOne)),
  };
}

async function confirm(): Promise<Outcome> {
  const asked = await askForPasskeyAction(idle, new FormData());
  if (asked.status !== "done") return outcomeOf(asked);
  const answer = await getPasskey(asked.result);
  return outcomeOf(await confirmWithPasskeyAction(idle, formOf({ answer })));
}

function add(name: string, hasOne: boolean): Promise<Outcome> {
  return proved(async () => {
    const asked = await askForNewPasskeyAction(idle, new FormData());
    if (asked.status !== "done") return asked;
    const answer = await createPasskey(asked.result);
    return addPasskeyAction(idle, formOf({ name, answer }));
  }, hasOne);
}

async function proved(work: () => Promise<FormState<unknown>>, hasOne: boolean): Promise<Outcome> {
  const first = outcomeOf(await work());
  if (first.isDone || !hasOne || !/^(second_factor|proof)_required$/.test(first.code ?? "")) return first;
  const shown = await confirm();
  return shown.isDone ? outcomeOf(await work()) : shown;
}

function outcomeOf(state: FormState<unknown>): Outcome {
  if (state.status !== "refused") return { isDone: true };
  const { message, code } = state;
  return { isDone: false, message, code };
}

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
