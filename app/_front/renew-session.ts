import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { setHostCookie } from "@/app/_server/host-cookie";
import { sessionCookie } from "@/app/_server/session-cookie";
import { dueForRenewal, renewBrowserSession } from "@/lib/access/browser-session";
import { log } from "@/lib/platform/log";
import type { Work } from "./admission";
import { cookieValue } from "./cookies";
import type { Exchange } from "./exchange";
import { publicPageOf } from "./public-page";

// What a scanner sends while its network comes and goes is left out: a successor that never arrived
// would sign it out a minute later.
const renewing: readonly Work[] = ["page", "form", "api"];

/**
 * Renews a browser's session where its 15 minutes are over: the request goes on with the next
 * value of its cookie, and whatever answers it, the answer sets that. The one place that does.
 */
export function renewSession(exchange: Exchange, goOn: () => void): void {
  const { request, response, work, path } = exchange;
  const { cookie } = request.headers;
  const value = renewing.includes(work) ? cookieValue(cookie, sessionCookie.name) : undefined;
  const claim = value ? dueForRenewal(value) : null;
  // An answer that everybody gets sets nobody's cookie.
  if (!cookie || !value || !claim || request.headers.authorization || publicPageOf(request, path).isShared) {
    goOn();
    return;
  }
  renewBrowserSession(claim)
    .then((next) => {
      request.headers.cookie = cookie.replace(`${sessionCookie.name}=${value}`, `${sessionCookie.name}=${next ?? ""}`);
      addSetCookie(response, setHostCookie(sessionCookie, next));
    })
    // The former value is good as long as nobody renews it.
    .catch((error: unknown) => log.warn({ err: error }, "a session was not renewed"))
    .finally(goOn);
}

/**
 * Adds the cookie to what the answer sets at last; an answer that sets it itself, since it signs in
 * or out, has its way.
 */
function addSetCookie(response: ServerResponse, setCookie: string): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    const said = args.find((given): given is OutgoingHttpHeaders => typeof given === "object" && given !== null);
    const name = Object.keys(said ?? {}).find((key) => key.toLowerCase() === "set-cookie");
    const others = [...listOf(response.getHeader("Set-Cookie")), ...listOf(name && said?.[name])];
    if (said && name) delete said[name];
    const isSaid = others.some((other) => other.startsWith(`${sessionCookie.name}=`));
    response.setHeader("Set-Cookie", isSaid ? others : [...others, setCookie]);
    return writeHead(...args);
  };
}

function listOf(given: OutgoingHttpHeader | undefined): string[] {
  if (given === undefined || given === "") return [];
  return Array.isArray(given) ? given : [String(given)];
}
