import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { childEnvironment, config } from "@/lib/platform/config";
import { boundConnections } from "@/lib/platform/guard/bound-connections";
import { drainOnSignal } from "@/lib/platform/guard/drain-on-signal";
import { makeGuard } from "@/lib/platform/guard/guard-request";
import { measureRequest } from "@/lib/platform/guard/measure-request";
import { showLife } from "@/lib/platform/guard/show-life";
import { log } from "@/lib/platform/log";
import { printAsLog } from "@/lib/platform/print-as-log";
import { workOf } from "./admission";
import { answerInFront } from "./answer-in-front";
import { networkOf } from "./exchange";
import { isPublicPath } from "./public-page";
import { readerScriptHash } from "./reader-script";
import { isOwnRequest } from "./render-page";
import { renewSession } from "./renew-session";

// Loaded before Next's server (node -r): everything that reaches it has passed here. Next 14 gets
// no more fixes, and these few lines close what stays open in it; SECURITY.md lists which.
const patience = {
  // Counted from the connection on: a browser that opens one ahead of need, or whose first packets
  // are lost, may take a while.
  headersTimeout: 30_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  // Longer than the minute for which proxies keep a connection: whoever closes first must be the
  // one who would send.
  keepAliveTimeout: 65_000,
};
const servers = new Set<Server>();
const mayPass = makeGuard({
  ...config(),
  isAppUrlGiven: Boolean(childEnvironment().APP_URL),
  publicPages: { includes: isPublicPath, scriptHash: readerScriptHash },
});

const mayConnect = boundConnections(config());

const emit = Server.prototype.emit;
Server.prototype.emit = function guarded(this: Server, event: string | symbol, ...args: unknown[]): boolean {
  if (event === "listening") servers.add(Object.assign(this, patience, { listenerCount: withoutUpgrades }));
  if (event === "connection" && !mayConnect(args[0] as Duplex)) return true;
  if (event === "connect") {
    (args[1] as Duplex).destroy();
    return true;
  }
  if (event === "request") {
    const [request, response] = args as [IncomingMessage, ServerResponse];
    const passOn = () => void Reflect.apply(emit, this, [event, request, response]);
    if (isOwnRequest(request.socket)) {
      passOn();
      return true;
    }
    const path = request.url?.split("?", 1)[0] ?? "";
    const work = workOf(request.method ?? "", path);
    measureRequest(request, response, work);
    if (mayPass(request, response)) {
      const network = networkOf(request);
      const exchange = { server: this, request, response, work, path, network };
      renewSession(exchange, () => answerInFront(exchange, passOn));
    }
    return true;
  }
  return Reflect.apply(emit, this, [event, ...args]);
};

// Node hands a connection over where somebody listens for upgrades, as Next does. Where nobody
// does, an offer to upgrade is ignored and the request answered (RFC 9110, 7.8).
function withoutUpgrades(this: Server, name: string | symbol): number {
  return name === "upgrade" ? 0 : Server.prototype.listenerCount.call(this, name);
}

if (config().RATE_LIMIT_SCALE === 0) log.warn("every rate limit is switched off (RATE_LIMIT_SCALE=0)");
// What Next prints of a failing page has queries' parameters in it.
if (config().NODE_ENV === "production") printAsLog();
drainOnSignal(servers);
showLife();
