import { TaskCancelledError } from "cockatiel";
import { isResting } from "./circuit-breaker";
import { SendFault, type SendFaultKind } from "./send-fault";
import { readReply, type SmtpReply, saysMailboxFull, saysNoMailbox, saysNotServed } from "./smtp-reply";

/**
 * How far a mail had come: who it was for, and whether all of it was on its way, up to the final
 * dot.
 */
type Sending = { to: string; isHandedOver: boolean };

type SmtpError = Error & { code?: string; originalCode?: string; command?: string; response?: string };
type Meaning = [kind: SendFaultKind, words: string];

/** The meaning of whatever sending a mail by SMTP threw, in words for whoever can mend it. */
export function smtpFaultOf(error: unknown, sending: Sending): SendFault {
  if (error instanceof SendFault) return error;
  if (isResting(error)) return new SendFault("resting", "the mail server is failing and gets a rest", error);
  if (!(error instanceof Error)) return new SendFault("unavailable", String(error), error);
  const reply = readReply((error as SmtpError).response ?? "");
  const [kind, words] = reply ? meaningOfReply(error, reply, sending) : meaningOfSilence(error, sending);
  const detail = reply ? ((error as SmtpError).response ?? "") : error.message;
  return new SendFault(kind, `${words}: ${detail}`, error);
}

function meaningOfReply({ code: kind, command = "" }: SmtpError, reply: SmtpReply, sending: Sending): Meaning {
  if (reply.code === 421) return ["throttled", "The mail server asks us to wait"];
  if (kind === "EAUTH") {
    return reply.code < 500
      ? ["unreachable", "The mail server can’t check our password now"]
      : ["refused", "The mail server refuses our user name or password"];
  }
  if (kind === "ETLS") {
    return reply.code < 500
      ? ["unreachable", "The mail server can’t encrypt now"]
      : ["refused", "The mail server does not encrypt (STARTTLS), which is demanded"];
  }
  if (command === "RCPT TO") return meaningForRecipient(reply, sending);
  if (kind === "EMESSAGE") return meaningForContent(reply);
  if (reply.code < 500) return ["throttled", "The mail server asks us to wait"];
  if (command === "MAIL FROM") {
    if (reply.code === 552 || reply.enhanced === "5.3.4") return tooLarge;
    return ["refused", "The mail server refuses the sender or our account"];
  }
  if (command === "DATA") return meaningForContent(reply);
  return ["refused", "The mail server turns us away"];
}

const tooLarge: Meaning = ["rejected", "The mail is too large for the mail server"];
const notServed: Meaning = ["declined", "The mail server refuses to pass our mail on"];
const notYet: Meaning = ["deferred", "The mail server does not take it yet"];
const noMailbox: Meaning = ["undeliverable", "There is no such mailbox"];

function meaningForRecipient(reply: SmtpReply, { to }: Sending): Meaning {
  const isInternational = /[^\p{ASCII}]/u.test(to);
  if (isInternational && reply.code >= 500 && !/^5\.(1\.[012]|2\.1)$/.test(reply.enhanced ?? ""))
    return ["rejected", "The mail server can’t write to addresses beyond ASCII (SMTPUTF8)"];
  if (saysNoMailbox(reply)) return noMailbox;
  if (saysMailboxFull(reply)) return ["deferred", "The mailbox is full"];
  if (saysNotServed(reply)) return notServed;
  if (reply.code >= 500) return ["rejected", "The mail server does not take mail for this address"];
  // 450 and 451 are of one mailbox, as greylisting is; 452 and 4.3.x of a server that has too much
  // to do.
  const isOfServer = reply.enhanced ? /^4\.[35]\./.test(reply.enhanced) : reply.code === 452;
  return isOfServer ? ["throttled", "The mail server asks us to wait"] : notYet;
}

function meaningForContent(reply: SmtpReply): Meaning {
  if (saysMailboxFull(reply) && reply.enhanced) return ["deferred", "The mailbox is full"];
  if (reply.code < 500) {
    const isOfServer = reply.enhanced ? /^4\.3\./.test(reply.enhanced) : reply.code === 452;
    return isOfServer ? ["throttled", "The mail server asks us to wait"] : notYet;
  }
  if (reply.enhanced && saysNoMailbox(reply)) return noMailbox;
  if (reply.code === 552 || reply.enhanced === "5.3.4") return tooLarge;
  return reply.enhanced?.startsWith("5.7.") ? notServed : ["rejected", "The mail server does not take this mail"];
}

function meaningOfSilence(error: SmtpError, { isHandedOver }: Sending): Meaning {
  const { code, command, originalCode = "" } = error;
  if (isHandedOver) return ["uncertain", "The mail server did not say whether it took the mail"];
  if (code === "EMESSAGE") return tooLarge;
  if (code === "EENVELOPE" && command === "API") return ["rejected", "The recipient is not a mail address"];
  if (code === "EAUTH") return ["refused", "The mail server offers no way to sign in that we know"];
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(`${originalCode} ${error.message}`))
    return ["refused", "The mail server’s certificate can’t be trusted"];
  if (code === "ETLS" || /^ERR_(SSL|TLS)|EPROTO/.test(originalCode))
    return ["refused", "The mail server can’t be reached with encryption"];
  if (error instanceof TaskCancelledError || code === "ETIMEDOUT")
    return ["unreachable", "The mail server did not answer in time"];
  return ["unreachable", "The mail server can’t be reached"];
}
