import { mailWay } from "@/lib/platform/mail-transport";

/** How mails leave, in words for whoever administers the product; `isLeaving` is false where they stay on this machine. */
export function mailWords(): { isLeaving: boolean; words: string } {
  const way = mailWay();
  switch (way.kind) {
    case "smtp":
      return { isLeaving: true, words: `By the SMTP server ${way.host}:${way.port}${smtpWords(way)}.` };
    case "ses":
      return { isLeaving: true, words: `By Amazon SES (${way.at}).` };
    case "recorder":
      return { isLeaving: false, words: "No mail leaves yet: sign-in codes and tickets stay on this machine." };
  }
}

function smtpWords({ isEncrypted, logsIn }: { isEncrypted: boolean; logsIn: boolean }): string {
  return `${isEncrypted ? ", encrypted" : ", not encrypted"}${logsIn ? ", with a password" : ""}`;
}
