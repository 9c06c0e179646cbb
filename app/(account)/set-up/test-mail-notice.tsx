import { Notice } from "@/app/_components/notice";
import type { TestMailOutcome } from "@/lib/notifications/send-test-mail";

type Props = { email: string; outcome: TestMailOutcome; isLeaving: boolean };

/** What came of a test mail, for who pressed the button. */
export function TestMailNotice({ email, outcome, isLeaving }: Props) {
  if (outcome.state === "sent" && isLeaving)
    return (
      <Notice tone="success" role="status" title="The test mail has left.">
        <p>
          Look into the mailbox of <bdi className="break-all">{email}</bdi>, and among its unwanted mails.
        </p>
      </Notice>
    );
  if (outcome.state === "sent")
    return (
      <Notice tone="warning" role="status" title="The test mail was written, and stays on this machine.">
        <p>It reaches nobody until the product is started with an SMTP server or Amazon SES.</p>
      </Notice>
    );
  const title = outcome.state === "failed" ? "The test mail was refused." : "The test mail has not left yet.";
  const reason = outcome.reason ?? "No worker has taken it. Does the worker run?";
  return (
    <Notice tone="destructive" role="status" title={title}>
      <p className="break-words">{reason}</p>
    </Notice>
  );
}
