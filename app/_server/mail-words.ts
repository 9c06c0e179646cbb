import { mailWay } from "@/lib/platform/mail-transport";

/**
 * How mails leave, in words for whoever administers the product; `isLeaving` is false where they
 * stay on this machine.
 */
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

const encryptions = { always: "encrypted", if_offered: "encrypted where it can be", never: "not encrypted" };

function smtpWords({ encryption, logsIn }: { encryption: keyof typeof encryptions; logsIn: boolean }): string {
  return `, ${encryptions[encryption]}${logsIn ? ", with a password" : ""}`;
}
