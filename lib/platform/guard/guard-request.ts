import type { IncomingMessage, ServerResponse } from "node:http";
import { now } from "@/lib/platform/clock";
import type { Config } from "@/lib/platform/config";
import { isDraining } from "@/lib/platform/draining";
import { newId } from "@/lib/platform/id";
import { log } from "@/lib/platform/log";
import { randomWord } from "@/lib/platform/random-word";
import { answerHeaders, pagePolicyOf, publicPagePolicy } from "./answer-headers";
import { comesFromProxy, findClientAddress } from "./find-client-address";
import { isDirectCall } from "./is-direct-call";
import { isFromThisSite } from "./is-from-this-site";
import { isHostAllowed } from "./is-host-allowed";
import { countBody, judgeLength, maxBodyBytes } from "./limit-body";
import { refuse } from "./refuse";
import { stripHeaders } from "./strip-headers";
import { trustedProxies } from "./trusted-proxies";

export type GuardSettings = Pick<Config, "APP_URL" | "ALLOWED_HOSTS" | "TRUSTED_PROXY_HOPS" | "TRUSTED_PROXIES"> & {
  isAppUrlGiven: boolean;
  /** The pages that run no scripts but those of files and one inline script, known by its hash. */
  publicPages: { includes: (path: string) => boolean; scriptHash: string };
};

const mostKnownHosts = 100;

const tooLarge = {
  code: "payload_too_large",
  title: "Too large",
  detail: "That is more than may be sent here.",
} as const;
const badTarget = { code: "malformed", title: "Malformed request", detail: "The request names no path." } as const;
const badMethod = {
  code: "malformed",
  status: 405,
  title: "Method not allowed",
  detail: "This is not answered here.",
} as const;
const badHost = { code: "malformed", title: "Malformed request", detail: "The request names two hosts." } as const;
const otherSite = {
  code: "forbidden",
  title: "Sent by another site",
  detail: "This form was not sent by a page of this site. Open the page here and send it from there.",
} as const;
const methodsOfPages = new Set(["GET", "HEAD", "POST"]);

/** The guard of one site: returns true when a request, cleaned of what only we may say, may go on to Next. */
export function makeGuard(settings: GuardSettings): (request: IncomingMessage, response: ServerResponse) => boolean {
  const proxies = { hops: settings.TRUSTED_PROXY_HOPS, isProxy: trustedProxies(settings.TRUSTED_PROXIES) };
  const appUrl = new URL(settings.APP_URL);
  const more = settings.ALLOWED_HOSTS.split(",").map((name) => name.trim());
  const hostRule = { names: [appUrl.hostname, ...more], allowsPrivateNetworks: !settings.isAppUrlGiven };
  const ofAll = answerHeaders(settings);
  const pagePolicy = pagePolicyOf();
  const policyOfPublicPages = publicPagePolicy(settings.publicPages.scriptHash);

  let hasWarned = false;
  const warnOfProxy = () => {
    if (!hasWarned) log.warn("forwarded headers of an address that TRUSTED_PROXIES does not list were ignored");
    hasWarned = true;
  };

  const knownHosts = new Set<string>();
  const isAllowed = (host: string | undefined) => {
    if (host !== undefined && knownHosts.has(host)) return true;
    if (!isHostAllowed(host, hostRule)) return false;
    if (host !== undefined && knownHosts.size < mostKnownHosts) knownHosts.add(host);
    return true;
  };

  return (request, response) => {
    const { headers, url = "" } = request;
    const path = url.split("?", 1)[0] ?? "";
    const requestId = takeRequestId(headers["x-request-id"]);
    const isApi = path.startsWith("/api/");
    const isPublic = !isApi && settings.publicPages.includes(path);
    const policy = isApi ? null : isPublic ? policyOfPublicPages : pagePolicy(newNonce());
    headers["x-request-id"] = requestId;
    addUnlessSaid(response, () => ({ "X-Request-Id": requestId, ...ofAll, ...(policy && ofPage(policy)) }));
    // Fetch's Request, of which Next makes one for every request, can't have this method.
    if (request.method === "TRACE") return refused(badMethod);
    if (countHosts(request.rawHeaders) > 1) return refused(badHost);
    if (!/^\/(?![/\\])/.test(url)) return refused(badTarget);
    if (!isApi && !methodsOfPages.has(request.method ?? "")) return refused(badMethod);
    const connection = request.socket.remoteAddress;
    const isProxied = comesFromProxy(connection, proxies);
    if (proxies.hops > 0 && !isProxied && headers["x-forwarded-for"]) warnOfProxy();
    const host = (isProxied && firstOf(headers["x-forwarded-host"])) || headers.host;
    // Probes of an orchestrator call by whatever address the process has, and learn nothing.
    if (!path.startsWith("/api/health/") && !isAllowed(host)) return refused(wrongHost(host));
    const hosts = [host, appUrl.host];
    const client = findClientAddress(connection, headers["x-forwarded-for"], proxies);
    const isDirect = isDirectCall(request);
    stripHeaders(headers, url, isProxied);
    if (isDirect) headers["x-turnout-direct"] = "1";
    headers["x-turnout-client"] = client;
    headers["x-forwarded-for"] = client;
    // Next takes the nonce for its own scripts from this header.
    if (policy && !isPublic) headers["content-security-policy"] = policy;
    if (isDraining()) response.setHeader("Connection", "close");
    const maxBytes = maxBodyBytes(path);
    const length = judgeLength(request, maxBytes);
    if (length !== "fits") return refused(tooLarge, length === "far too much");
    if (request.method === "POST" && !isApi && !isFromThisSite(headers, hosts)) return refused(otherSite);
    countBody(request, maxBytes, () => refused(tooLarge));
    return true;

    function refused(refusal: Parameters<typeof refuse>[2], hangsUp = false): false {
      if (hangsUp) response.setHeader("Connection", "close");
      refuse(response, requestId, refusal);
      return false;
    }
  };
}

// Node takes the first of several, a proxy before it perhaps the last (RFC 9112, 3.2).
function countHosts(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (/^host$/i.test(rawHeaders[at] ?? "")) count += 1;
  return count;
}

/** The caller's own id where it is harmless to print and long enough to be one, else a new one. */
function takeRequestId(given: string | string[] | undefined): string {
  return typeof given === "string" && /^[\w.-]{8,128}$/.test(given) ? given : newId();
}

/** 128 random bits in base64, which nobody can guess (Content Security Policy Level 3, 7.1). */
function newNonce(): string {
  return Buffer.from(Uint32Array.from({ length: 4 }, randomWord).buffer).toString("base64");
}

/** By the instant of sending, a page that stays open tells the server's time (Server Timing, 3): the Date header is hidden from scripts. */
function ofPage(policy: string): Record<string, string> {
  return { "Content-Security-Policy": policy, "Server-Timing": `now;dur=${now().getTime()}` };
}

function addUnlessSaid(response: ServerResponse, makeDefaults: () => Record<string, string>): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  // At the last moment, since Next appends to headers that are there, and two policies would both apply.
  response.writeHead = (...args: unknown[]) => {
    const said = args[1];
    const defaults = makeDefaults();
    // Our own answers say all in one piece, which node:http writes out as it is.
    if (isSaidWhole(response, said)) return writeHead(args[0], { ...defaults, ...said });
    for (const name in defaults) if (!response.hasHeader(name)) response.setHeader(name, defaults[name] ?? "");
    return writeHead(...args);
  };
}

function isSaidWhole(response: ServerResponse, said: unknown): said is Record<string, string> {
  return typeof said === "object" && !Array.isArray(said) && response.getHeaderNames().length === 0;
}

function wrongHost(host: string | undefined) {
  const name = String(host ?? "(none)").slice(0, 100);
  return {
    ...({ code: "malformed", status: 421, title: "Unknown host" } as const),
    detail: `This site does not answer under the name ${name}. Its operator can allow it: APP_URL or ALLOWED_HOSTS.`,
  };
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value)?.split(",")[0]?.trim();
}
