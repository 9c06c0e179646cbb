import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { generate } from "selfsigned";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** What the server does instead of what is right: nothing at all, hang up, or this reply. */
export type SmtpReply = "hang" | "drop" | `${number} ${string}`;
/**
 * GREETING comes before everything, MESSAGE after the final dot; a message that is hung up on there
 * was taken all the same.
 */
export type SmtpPhase = "GREETING" | "EHLO" | "STARTTLS" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "MESSAGE";
/** Faults by phase; a function is asked with the client's line. */
export type SmtpFaults = Partial<Record<SmtpPhase, SmtpReply | ((line: string) => SmtpReply | null)>>;

export type SmtpMail = { from: string; to: string; raw: Buffer; isEncrypted: boolean; user: string | null; at: number };

type Options = {
  tls?: "none" | "starttls" | "implicit";
  /** Who may send; null lets everybody. */
  login?: { user: string; password: string } | null;
  /** Extensions that it does not have. */
  without?: ("8BITMIME" | "SMTPUTF8" | "PIPELINING")[];
};

type Connection = SMTPServer["connections"] extends Set<infer One> ? One : never;

let certificate: ReturnType<typeof makeCertificate> | undefined;

/**
 * A real SMTP server of this test alone, with a certificate of its own, that keeps what it takes
 * and can be told to fail.
 */
export async function startSmtp({
  tls = "starttls",
  login = { user: "turnout", password: "p@ss:word/%" },
  without = [],
}: Options = {}) {
  certificate ??= makeCertificate();
  const pems = await certificate;
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-smtp-"));
  const caFile = path.join(folder, "ca.pem");
  writeFileSync(caFile, pems.cert);
  const mails: SmtpMail[] = [];
  const commands: string[] = [];
  let faults: SmtpFaults = {};

  const server = new SMTPServer({
    key: pems.private,
    cert: pems.cert,
    secure: tls === "implicit",
    authOptional: login === null,
    hideSTARTTLS: tls !== "starttls",
    hide8BITMIME: without.includes("8BITMIME"),
    hideSMTPUTF8: without.includes("SMTPUTF8"),
    hidePIPELINING: without.includes("PIPELINING"),
    allowInsecureAuth: tls === "none",
    disabledCommands: [login ? "" : "AUTH", tls === "none" ? "STARTTLS" : ""].filter(Boolean),
    disableReverseLookup: true,
    socketTimeout: 10 * 60_000,
    closeTimeout: 10,
    onConnect: (session, proceed) => {
      const connection = [...server.connections].find(({ id }) => id === session.id);
      if (connection) interpose(connection);
      const reply = faultAt("GREETING", "");
      if (!reply) return proceed();
      if (reply === "drop") connection?._socket.destroy();
      else if (reply !== "hang") proceed(errorOf(reply));
    },
    onAuth: ({ username = "", password }, _session, answer) => {
      const isRight = username === login?.user && password === login.password;
      answer(isRight ? null : errorOf("535 5.7.8 Authentication credentials invalid"), { user: username });
    },
    onData: (stream, session, answer) => {
      const reply = faultAt("MESSAGE", session.envelope.rcptTo.at(0)?.address ?? "");
      buffer(stream).then((raw) => {
        if (!reply || reply === "hang" || reply === "drop") mails.push(mailOf(raw, session));
        if (reply === "drop") [...server.connections].find(({ id }) => id === session.id)?._socket.destroy();
        else if (reply !== "hang") answer(reply ? errorOf(reply) : null);
      }, answer);
    },
  });
  // Clients that hang up in the middle are part of the tests.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const who = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@` : "";
  const how = { none: "?starttls=off", starttls: "?starttls=required", implicit: "" }[tls];

  return {
    /** For SMTP_URL. */
    url: `${tls === "implicit" ? "smtps" : "smtp"}://${who}127.0.0.1:${port}${how}`,
    port,
    /** The certificate to trust, for NODE_EXTRA_CA_CERTS. */
    caFile,
    ca: pems.cert,
    mails,
    /** The first word of each line that clients sent. */
    commands,
    setFaults: (given: SmtpFaults) => {
      faults = given;
    },
    /** The mails to an address, oldest first, taken apart. */
    readMails: (to: string): Promise<Email[]> =>
      Promise.all(mails.filter((mail) => mail.to === to).map(({ raw }) => PostalMime.parse(raw))),
    /** Ends every connection, as a server does with idle ones. */
    endConnections,
    stop: async () => {
      endConnections();
      await new Promise<void>((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function endConnections(): void {
    for (const { _socket } of server.connections) _socket.destroy();
  }

  function faultAt(phase: SmtpPhase, line: string): SmtpReply | null {
    const fault = faults[phase];
    return (typeof fault === "function" ? fault(line) : fault) ?? null;
  }

  function interpose(connection: Connection): void {
    const proceed = connection._onCommand.bind(connection);
    connection._onCommand = (command, callback) => {
      const line = command.toString();
      const word = line.split(" ", 1)[0]?.toUpperCase() ?? "";
      commands.push(word);
      const reply = faultAt(word as SmtpPhase, line);
      if (!reply) return proceed(command, callback);
      if (reply === "drop") connection._socket.destroy();
      if (reply === "hang" || reply === "drop") return;
      const { responseCode, message } = errorOf(reply);
      connection.send(responseCode, message);
      callback?.();
    };
  }
}

// Good for every server of this process: making one takes longer than most tests.
function makeCertificate() {
  return generate([{ name: "commonName", value: "localhost" }], {
    extensions: [
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
}

function errorOf(reply: string): Error & { responseCode: number } {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}

function mailOf(raw: Buffer, session: SMTPServerSession): SmtpMail {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : "",
    to: rcptTo[0]?.address ?? "",
    raw,
    isEncrypted: session.secure,
    user: typeof session.user === "string" ? session.user : null,
    at: Date.now(),
  };
}
