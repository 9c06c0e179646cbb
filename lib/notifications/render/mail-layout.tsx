/** @jsxRuntime automatic */
import { Container, Head, Html, Link, Preview, Text } from "@react-email/components";
import type { MailContent } from "./mail-content";
import { Box } from "./mail-parts";
import { style, styleSheet } from "./mail-style";

/** The frame around every mail: paper, one card, and below it why the mail came. */
export function MailLayout({ content, siteUrl }: { content: MailContent; siteUrl: string }) {
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
              Turnout
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
          </Container>
        </Box>
      </body>
    </Html>
  );
}
