/** Somebody's browser: what it was given to keep. */
export type Visitor = { url: string; cookies: Map<string, string> };

export type Answer = { status: number; text: string };

type Sent = { json?: unknown; form?: FormData; headers?: Record<string, string>; signal?: AbortSignal };

export const newVisitor = (url: string): Visitor => ({ url, cookies: new Map() });

/** Asks as this browser does, follows no redirect and keeps the cookies. */
export async function open({ url, cookies }: Visitor, path: string, sent: Sent = {}): Promise<Response> {
  const { json, form, headers = {}, signal } = sent;
  const all = new Headers(headers);
  all.set("origin", url);
  if (cookies.size > 0) all.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
  if (json !== undefined) all.set("content-type", "application/json");
  const body = json === undefined ? form : JSON.stringify(json);
  const method = body === undefined ? "GET" : "POST";
  const answer = await fetch(url + path, { method, body, headers: all, redirect: "manual", signal });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = line.match(/^([^=]+)=([^;]*)/) ?? [];
    cookies.set(name, value);
  }
  return answer;
}

/** The same, with the whole answer. */
export async function ask(visitor: Visitor, path: string, sent?: Sent): Promise<Answer> {
  const answer = await open(visitor, path, sent);
  return { status: answer.status, text: await answer.text() };
}

/** Opens a page and sends its form that has this field, as a browser without scripts does. */
export async function sendForm(visitor: Visitor, path: string, fields: Record<string, string>): Promise<Answer> {
  const page = await ask(visitor, path);
  const [first = ""] = Object.keys(fields);
  const form = page.text.split("<form").find((part) => part.split("</form>")[0]?.includes(`name="${first}"`));
  if (page.status !== 200 || !form) return page.status === 200 ? { status: 0, text: `no form on ${path}` } : page;
  const sent = new FormData();
  for (const [field] of (form.split("</form>")[0] ?? "").matchAll(/<input type="hidden"[^>]*>/g))
    sent.set(attributeOf(field, "name"), attributeOf(field, "value"));
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  return ask(visitor, path, { form: sent });
}

function attributeOf(field: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(field)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}
