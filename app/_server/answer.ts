/**
 * What a handler says as a plain value: Next is given a Response made of it, the front writes it
 * out as it is.
 */
export type Answer = { status: number; headers: Record<string, string>; body: string };

/** The part of Fetch's Request that handlers read, so that the front need not make a whole one. */
export type ApiRequest = Pick<Request, "method" | "url" | "text" | "signal"> & {
  headers: Pick<Headers, "get" | "has">;
};

type Context = { params?: Record<string, string> };

/** A route handler: what Next calls, and as `direct` the same function for whoever calls without Fetch's objects. */
export type Handler = {
  (request: Request, context?: Context): Promise<Response>;
  direct: Direct;
};
export type Direct = (request: ApiRequest, context?: Context) => Promise<Answer | Response>;

/** The handler that answers by this function, whichever way it is called. */
export function handlerOf(direct: Direct): Handler {
  const handler = async (request: Request, context?: Context) => toResponse(await direct(request, context));
  return Object.assign(handler, { direct });
}

/** A JSON answer, never cached by anyone. */
export function json(body: unknown, status = 200): Answer {
  const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
  return { status, headers, body: JSON.stringify(body) };
}

/** The same answer with these headers set. */
export function withHeaders(answer: Answer | Response, headers: Record<string, string>): Answer | Response {
  if (!(answer instanceof Response)) return { ...answer, headers: { ...answer.headers, ...headers } };
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

function toResponse(answer: Answer | Response): Response {
  if (answer instanceof Response) return answer;
  const { status, headers, body } = answer;
  return new Response(body, { status, headers });
}
