import type { StandingRegistration } from "../account/personal";
import { newKey } from "./new-key";

type FieldError = { path: string; message: string };

/** What came of the form. */
export type Sent =
  | { outcome: "registered"; isNew: boolean; registration: StandingRegistration }
  | { outcome: "already_registered_guest" | "event_full" | "registration_closed"; message: string }
  | { outcome: "refused"; code: string; message: string; errors: FieldError[] };

type Answer = Partial<Omit<StandingRegistration, "status">> & {
  status?: string;
  code?: string;
  detail?: string;
  errors?: FieldError[];
};

const tries = 6;
const firstPauseMs = 1_000;
const noAnswer = "The server could not be reached. What you typed is still here: please try again.";
const keys = new WeakMap<HTMLFormElement, { body: string; key: string }>();

/**
 * Sends the form to the API under a key that stays the same for the same words, so that a repeat
 * gets the first answer. While the server is too busy or can't be reached it tries again, later
 * each time, or when the server says.
 */
export async function sendRegistration(form: HTMLFormElement): Promise<Sent> {
  const body = JSON.stringify(Object.fromEntries(fieldsOf(form)));
  for (let attempt = 1, pauseMs = firstPauseMs; ; attempt++, pauseMs *= 2) {
    const answer = await post(body, keyFor(form, body)).catch(() => null);
    const isBusy = answer === null || answer.status === 503;
    if (answer && (!isBusy || attempt === tries)) return readAnswer(answer);
    if (attempt === tries) return { outcome: "refused", code: "unreachable", message: noAnswer, errors: [] };
    const retryAfterMs = Number(answer?.headers.get("retry-after") ?? 0) * 1000;
    await new Promise((resolve) => setTimeout(resolve, Math.max(pauseMs, retryAfterMs) * (0.75 + Math.random() / 2)));
  }
}

function fieldsOf(form: HTMLFormElement): [string, FormDataEntryValue][] {
  return [...new FormData(form)].filter(([name]) => !name.startsWith("$ACTION"));
}

function keyFor(form: HTMLFormElement, body: string): string {
  const known = keys.get(form);
  if (known?.body === body) return known.key;
  const key = newKey();
  keys.set(form, { body, key });
  return key;
}

function post(body: string, key: string): Promise<Response> {
  return fetch("/api/registrations", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", "idempotency-key": key },
    body,
  });
}

async function readAnswer(answer: Response): Promise<Sent> {
  const said: Answer = await answer.json().catch(() => ({}));
  const message = said.detail ?? "Something went wrong on our side. Please try again.";
  if (answer.ok && said.status === "already_registered") return { outcome: "already_registered_guest", message };
  if (answer.ok) {
    return { outcome: "registered", isNew: answer.status === 201, registration: said as StandingRegistration };
  }
  if (said.code === "event_full" || said.code === "registration_closed") return { outcome: said.code, message };
  return { outcome: "refused", code: said.code ?? "internal", message, errors: said.errors ?? [] };
}
