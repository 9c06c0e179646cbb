import { once } from "node:events";
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type RequestOptions,
  type Server,
} from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GuardSettings, makeGuard } from "./guard-request";

const settings: GuardSettings = {
  APP_URL: "https://turnout.example.org",
  ALLOWED_HOSTS: "",
  TRUSTED_PROXY_HOPS: 1,
  TRUSTED_PROXIES: "127.0.0.1",
  isAppUrlGiven: true,
  publicPages: { includes: (path) => path === "/public", scriptHash: "sha256-abc=" },
};

let server: Server;
let port: number;

// Stands in for Next: tells what got through to it.
beforeAll(async () => {
  const mayPass = makeGuard(settings);
  server = createServer(async (request, response) => {
    if (!mayPass(request, response)) return;
    const body = await text(request).catch(() => null);
    if (body === null) return;
    if (request.url === "/own-policy") response.setHeader("Content-Security-Policy", "sandbox");
    response.end(JSON.stringify({ url: request.url, headers: request.headers, bytes: body.length }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});

afterAll(() => server.close());

async function send(options: RequestOptions, body?: string | Buffer[]) {
  const outgoing = httpRequest({ host: "127.0.0.1", port, ...options });
  outgoing.on("error", () => {});
  if (Array.isArray(body)) for (const chunk of body) outgoing.write(chunk);
  outgoing.end(Array.isArray(body) ? undefined : body);
  const [response] = await once(outgoing, "response");
  const answer = JSON.parse(await text(response));
  return { status: response.statusCode as number, headers: response.headers as IncomingHttpHeaders, answer };
}

describe("headers that only the framework or we may say", () => {
  test("are stripped", async () => {
    const evil = {
      "Content-Security-Policy": "script-src 'nonce-evil'",
      "X-Nonce": "evil",
      "X-Middleware-Subrequest": "middleware",
      "X-Invoke-Path": "/admin",
      "X-Matched-Path": "/admin",
      "X-Nextjs-Data": "1",
      "Next-Resume": "1",
      "X-Turnout-Client": "1.2.3.4",
      RSC: "1",
    };
    const { answer } = await send({ path: "/events?x=1", headers: evil });
    expect(JSON.stringify(answer.headers)).not.toContain("evil");
    for (const name of [
      "x-middleware-subrequest",
      "x-invoke-path",
      "x-matched-path",
      "x-nextjs-data",
      "next-resume",
      "rsc",
    ])
      expect(answer.headers).not.toHaveProperty(name);
    expect(answer.headers["x-turnout-client"]).toBe("127.0.0.1");
  });

  test("a navigation of Next's own keeps its component header", async () => {
    const { answer } = await send({ path: "/events?_rsc=1x2y3", headers: { RSC: "1" } });
    expect(answer.headers.rsc).toBe("1");
  });

  test("the caller is who the trusted proxy saw", async () => {
    const { answer } = await send({ path: "/", headers: { "X-Forwarded-For": "6.6.6.6, 203.0.113.9" } });
    expect(answer.headers["x-turnout-client"]).toBe("203.0.113.9");
    expect(answer.headers["x-forwarded-for"]).toBe("203.0.113.9");
  });

  test("a caller who is no listed proxy is counted by their own address, whatever they forward", async () => {
    const forged = {
      "X-Forwarded-For": "203.0.113.9",
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Proto": "https",
    };
    const { status, answer } = await send({ path: "/", headers: forged, localAddress: "127.0.0.2" });
    expect(status).toBe(200);
    expect(answer.headers).toMatchObject({ "x-turnout-client": "127.0.0.2", "x-forwarded-for": "127.0.0.2" });
    expect(answer.headers).not.toHaveProperty("x-forwarded-host");
    expect(answer.headers).not.toHaveProperty("x-forwarded-proto");
  });
});

describe("a direct call on this machine", () => {
  test("is marked for the metrics, and one through a proxy or with a mark of its own is not", async () => {
    const path = "/api/metrics";
    expect((await send({ path })).answer.headers["x-turnout-direct"]).toBe("1");
    for (const header of ["X-Forwarded-For", "Forwarded", "Via", "X-Real-Ip"]) {
      const headers = { [header]: "for=203.0.113.9", "X-Turnout-Direct": "1" };
      expect((await send({ path, headers })).answer.headers).not.toHaveProperty("x-turnout-direct");
    }
  });
});

describe("request ids", () => {
  test("a harmless one is kept, on the request and on the answer", async () => {
    const { answer, headers } = await send({ path: "/", headers: { "X-Request-Id": "probe-12345678" } });
    expect(answer.headers["x-request-id"]).toBe("probe-12345678");
    expect(headers["x-request-id"]).toBe("probe-12345678");
  });

  test.each(["short", "has spaces in it", "<script>alert(1)</script>", "x".repeat(129)])(
    "%s is replaced",
    async (id) => {
      const { headers } = await send({ path: "/", headers: { "X-Request-Id": id } });
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

test("a page tells scripts the server's time, an answer of the API need not", async () => {
  const before = Date.now();
  const { headers } = await send({ path: "/" });
  const [, sentAt] = String(headers["server-timing"]).match(/^now;dur=(\d+)$/) ?? [];
  expect(Number(sentAt)).toBeGreaterThanOrEqual(before);
  expect(Number(sentAt)).toBeLessThanOrEqual(Date.now());
  expect((await send({ path: "/api/events" })).headers).not.toHaveProperty("server-timing");
});

describe("targets and hosts", () => {
  test.each(["http://127.0.0.1:80/", "//evil.example/", "/\\evil.example", "*"])("%s is refused", async (path) => {
    const { status, answer } = await send({ path, method: path === "*" ? "OPTIONS" : "GET" });
    expect([status, answer.code]).toEqual([400, "malformed"]);
  });

  test("a request to be echoed is refused", async () => {
    expect((await send({ path: "/", method: "TRACE" })).status).toBe(405);
  });

  test.each(["PUT", "DELETE", "PROPFIND", "OPTIONS"])("a page does not answer %s", async (method) => {
    expect((await send({ path: "/events", method })).status).toBe(405);
  });

  test("two hosts are refused", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.end("GET / HTTP/1.1\r\nHost: turnout.example.org\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("an unknown host is refused, whichever header names it", async () => {
    expect((await send({ path: "/", headers: { Host: "evil.example" } })).status).toBe(421);
    const forwarded = { Host: "turnout.example.org", "X-Forwarded-Host": "evil.example" };
    expect((await send({ path: "/", headers: forwarded })).status).toBe(421);
    expect((await send({ path: "/", headers: { Host: "turnout.example.org" } })).status).toBe(200);
  });

  test("a probe may call by any address", async () => {
    expect((await send({ path: "/api/health/ready", headers: { Host: "10.9.8.7:3000" } })).status).toBe(200);
  });
});

describe("forms", () => {
  const post = (headers: Record<string, string>) =>
    send({ path: "/sign-in", method: "POST", headers: { Host: "turnout.example.org", ...headers } }, "a=b");

  test("of our own pages are taken, by the address that people see and by that of the request", async () => {
    expect((await post({ Origin: "https://turnout.example.org" })).status).toBe(200);
    expect((await post({ Host: "127.0.0.1:3000", Origin: "http://127.0.0.1:3000" })).status).toBe(200);
    expect((await post({ "Sec-Fetch-Site": "same-origin" })).status).toBe(200);
  });

  test.each<Record<string, string>>([
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { Origin: "null", "Sec-Fetch-Site": "same-origin" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    {},
  ])("sent as %j are refused", async (headers: Record<string, string>) => {
    const { status, answer } = await post(headers);
    expect([status, answer.code]).toEqual([403, "forbidden"]);
  });

  test("the API judges for itself", async () => {
    expect((await send({ path: "/api/registrations", method: "POST" }, "{}")).status).toBe(200);
  });
});

describe("bodies", () => {
  test("an announced length over the limit is refused unread", async () => {
    const { status, answer, headers } = await send({
      path: "/api/checkin",
      method: "POST",
      headers: { "Content-Length": 20_000_000 },
    });
    expect([status, answer.code]).toEqual([413, "payload_too_large"]);
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(answer.requestId).toBe(headers["x-request-id"]);
  });

  test("so is one that grows over it while it arrives", async () => {
    const chunks = Array.from({ length: 12 }, () => Buffer.alloc(100_000));
    const { status } = await send({ path: "/api/checkin", method: "POST" }, chunks);
    expect(status).toBe(413);
  });

  test("a sender who never ends is hung up on", async () => {
    const outgoing = httpRequest({ host: "127.0.0.1", port, path: "/api/checkin", method: "POST" });
    const hungUp = new Promise((resolve) => outgoing.once("close", resolve));
    outgoing.on("error", () => {});
    const chunk = Buffer.alloc(1_000_000);
    const more = setInterval(() => outgoing.writable && outgoing.write(chunk), 5);
    await hungUp;
    clearInterval(more);
  });

  test("a page takes a quarter of what the API takes", async () => {
    const body = "x".repeat(300_000);
    const form = await send({ path: "/events", method: "POST", headers: { "Content-Length": body.length } }, body);
    expect(form.status).toBe(413);
    const { answer } = await send({ path: "/api/checkin", method: "POST" }, [Buffer.from(body), Buffer.from(body)]);
    expect(answer.bytes).toBe(600_000);
  });
});

describe("answers", () => {
  test("carry a policy with a nonce that Next is told too", async () => {
    const { headers, answer } = await send({ path: "/events" });
    const policy = headers["content-security-policy"];
    expect(policy).toMatch(/'nonce-[\w+/=]{22,}'/);
    expect(answer.headers["content-security-policy"]).toBe(policy);
    expect(policy).toContain("form-action 'self'");
    expect((await send({ path: "/events" })).headers["content-security-policy"]).not.toBe(policy);
  });

  test("of public pages carry one fixed policy, of which Next is told nothing", async () => {
    const { headers, answer } = await send({ path: "/public?x=1" });
    const policy = headers["content-security-policy"];
    expect(policy).toMatch(/script-src 'self' 'sha256-abc=';/);
    expect(policy).not.toContain("nonce");
    expect(answer.headers).not.toHaveProperty("content-security-policy");
    expect((await send({ path: "/public" })).headers["content-security-policy"]).toBe(policy);
  });

  test("keep a policy that their handler set", async () => {
    const { headers } = await send({ path: "/own-policy" });
    expect(headers["content-security-policy"]).toBe("sandbox");
  });

  test("are marked for browsers", async () => {
    const { headers } = await send({ path: "/events" });
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "strict-transport-security": expect.stringContaining("max-age=31536000"),
      "permissions-policy": expect.stringContaining("camera=(self)"),
      "cross-origin-opener-policy": "same-origin",
    });
  });
});
