/** @jsxRuntime automatic */
import { Container, Head, Html, Link, Preview, Text } from "@react-email/components";
import type { MailTopic } from "@/lib/access/input";
import type { MailContent } from "./mail-content";
import { Box } from "./mail-parts";
import { style, styleSheet } from "./mail-style";

/**
 * What stands around a mail: whose site it is and where, and for mails that one may decline, where.
 */
export type MailFrame = {
  siteName: string;
  siteUrl: string;
  unsubscribing: { topic: MailTopic; pageUrl: string } | null;
};

const declineWords: Record<MailTopic, string> = {
  reminders: "No more reminders",
  announcements: "No more messages from organizers",
  surveys: "No more invitations to surveys",
};

/** The frame around every mail: paper, one card, and below it why the mail came and how to get no more of them. */
export function MailLayout({ content, siteName, siteUrl, unsubscribing }: MailFrame & { content: MailContent }) {
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{content.subject}</title>
        <style>{styleSheet}</style>
      </Head>
      <body className="paper" style={style.page}>
        <Preview>{content.preheader}</Preview>
        <Box name="paper" style={style.paper}>
          <Container style={style.frame}>
            <Text className="voice" style={style.brand}>
              {siteName}
            </Text>
            <Box name="card" style={style.card}>
              {content.body}
            </Box>
            <Text className="small" style={style.small}>
              {content.reason}{" "}
              <Link className="voice" style={style.link} href={siteUrl}>
                {siteUrl}
              </Link>
            </Text>
            {unsubscribing && (
              <Text className="small" style={style.small}>
                <Link className="voice" style={style.link} href={unsubscribing.pageUrl}>
                  {declineWords[unsubscribing.topic]}
                </Link>
              </Text>
            )}
          </Container>
        </Box>
      </body>
    </Html>
  );
}
