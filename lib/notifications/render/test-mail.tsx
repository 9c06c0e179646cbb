/** @jsxRuntime automatic */
import type { MailContent } from "./mail-content";
import { Aside, Paragraph, Title } from "./mail-parts";

/** Says that mail arrives. */
export function testMail(organisation: string): MailContent {
  return {
    subject: "A test mail",
    preheader: "Mail leaves and arrives.",
    reason: "You get this mail because an administrator asked for a test at",
    body: (
      <>
        <Title>Mail arrives</Title>
        <Paragraph>This is the test mail of {organisation}. It came the way that tickets and codes come.</Paragraph>
        <Aside>Is it in the junk folder? Then SPF, DKIM or DMARC of the sender’s domain need a look.</Aside>
      </>
    ),
  };
}
