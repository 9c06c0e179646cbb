/** @jsxRuntime automatic */
import { Text } from "@react-email/components";
import type { MailContent } from "./mail-content";
import { Aside, Paragraph, Title } from "./mail-parts";
import { style } from "./mail-style";

/** The six digits, large. They are not in the subject, which lock screens and logs show. */
export function signInCode({ code, validMinutes }: { code: string; validMinutes: number }): MailContent {
  return {
    subject: "Your sign-in code",
    preheader: `It works once, for ${validMinutes} minutes.`,
    reason: "You get this mail because this address was typed into the sign-in page of",
    body: (
      <>
        <Title>Your sign-in code</Title>
        <Paragraph>Type this code on the page where you asked for it.</Paragraph>
        <Text className="code" style={style.code}>
          {code}
        </Text>
        <Paragraph>It works once, for {validMinutes} minutes from when you asked.</Paragraph>
        <Aside>
          You did not ask for it? Then ignore this mail: without the code nobody gets in. Nobody will ever ask you for
          it.
        </Aside>
      </>
    ),
  };
}
