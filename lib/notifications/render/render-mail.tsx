/** @jsxRuntime automatic */
import { render, toPlainText } from "@react-email/components";
import type { MailContent } from "./mail-content";
import { MailLayout } from "./mail-layout";

export type RenderedMail = { subject: string; html: string; text: string };

/** The mail as HTML and as plain text that says the same. */
export async function renderMail(content: MailContent, siteUrl: string): Promise<RenderedMail> {
  const html = await render(<MailLayout content={content} siteUrl={siteUrl} />);
  return { subject: content.subject, html, text: toPlainText(html) };
}
