import { LinkButton } from "@/app/_components/link-button";
import { Notice } from "@/app/_components/notice";
import type { Actor } from "@/lib/access/actor";
import { canAdminister } from "@/lib/access/roles";
import { config } from "@/lib/platform/config";
import { mailWords } from "./mail-words";

/**
 * Tells an administrator, on every page drawn for them, that no mail leaves; the demo needs none.
 */
export function NoMailNotice({ actor, className }: { actor: Actor; className?: string }) {
  const { isLeaving, words } = mailWords();
  if (isLeaving || config().TURNOUT_DEMO || !canAdminister(actor)) return null;
  return (
    <Notice
      tone="warning"
      title={words}
      className={className}
      action={<LinkButton href="/mail">Mails on this machine</LinkButton>}
    >
      <p>
        Start again with <code>SMTP_URL</code> and <code>MAIL_FROM</code>, or with Amazon SES.
      </p>
    </Notice>
  );
}
