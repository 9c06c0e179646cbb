import type { Answer, Engine, Operation } from "./history";

type Account = { email: string; password: string };
type Reply = { status: number; body: Record<string, unknown>; text: string };

const patienceMs = 15_000;
const tokenLivesMs = 10 * 60_000;

/**
 * The product over its public API. People with an account act for themselves, guests by the organizer. What breaks off, takes too long or is
 * answered with a 5xx or 429 is `unknown`: it may have happened or not.
 */
export function httpEngine(baseUrl: string, organizer: Account, people: Account[]): Engine {
  const accounts = new Map([organizer, ...people].map((account) => [account.email, account]));
  const tokens = new Map<string, { token: Promise<string>; at: number }>();

  return async (operation) => {
    try {
      return await ask(operation);
    } catch (error) {
      return { kind: "unknown", reason: error instanceof Error ? error.name : String(error) };
    }
  };

  async function ask(operation: Operation): Promise<Answer> {
    if (operation.kind === "register") {
      const { event: eventId, person, key } = operation;
      const isOwn = accounts.has(person);
      const body = isOwn ? { eventId } : { eventId, name: "Storm Petrel", email: person };
      return placedBy(await send("POST", "/api/registrations", body, isOwn ? person : null, key));
    }
    if (operation.kind === "resize")
      return doneBy(
        await send("PATCH", `/api/events/${operation.event}`, { capacity: operation.capacity }, organizer.email),
      );
    const { registration, person } = operation;
    const actor = accounts.has(person) ? person : organizer.email;
    const path = `/api/registrations/${registration}`;
    if (operation.kind === "cancel") return doneBy(await send("DELETE", path, undefined, actor));
    const passed = await send("POST", `${path}/transfer`, { name: "Storm Petrel", email: operation.to }, actor);
    if (passed.status !== 409) return doneBy(passed);
    // An earlier try may have passed the seat on without our hearing of it.
    const now = await send("GET", path, undefined, actor);
    return now.body.status === "cancelled" ? { kind: "done" } : doneBy(passed);
  }

  async function send(method: string, path: string, body: unknown, actor: string | null, key?: string): Promise<Reply> {
    const answer = await fetch(baseUrl + path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(actor !== null && { Authorization: `Bearer ${await tokenOf(actor)}` }),
        ...(key !== undefined && { "Idempotency-Key": key }),
      },
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await answer.text();
    return { status: answer.status, text, body: text.startsWith("{") ? JSON.parse(text) : {} };
  }

  function tokenOf(email: string): Promise<string> {
    const known = tokens.get(email);
    if (known && performance.now() - known.at < tokenLivesMs) return known.token;
    const token = send("POST", "/api/auth/token", accounts.get(email), null).then(({ status, body }) => {
      if (status === 200) return String(body.accessToken);
      tokens.delete(email);
      throw new Error(`no token: ${status}`);
    });
    token.catch(() => tokens.delete(email));
    tokens.set(email, { token, at: performance.now() });
    return token;
  }
}

function placedBy({ status, body, text }: Reply): Answer {
  if (status === 201 && (body.status === "confirmed" || body.status === "waitlisted"))
    return { kind: "placed", status: body.status, registration: String(body.id), body: text };
  if (status === 200)
    return { kind: "standing", registration: typeof body.id === "string" ? body.id : null, body: text };
  if (status === 409 && body.code === "event_full") return { kind: "full", body: "event_full" };
  return doneBy({ status, body, text });
}

function doneBy({ status, body }: Reply): Answer {
  if (status === 200 || status === 201) return { kind: "done" };
  if (status === 500) return { kind: "failed", reason: `500 ${body.detail}` };
  if (status > 500 || status === 429) return { kind: "unknown", reason: String(status) };
  return { kind: "refused", code: `${status} ${body.code}` };
}
