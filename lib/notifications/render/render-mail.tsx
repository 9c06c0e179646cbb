/** @jsxRuntime automatic */
import { render, toPlainText } from "@react-email/components";
import type { MailContent } from "./mail-content";
import { type MailFrame, MailLayout } from "./mail-layout";

export type RenderedMail = { subject: string; html: string; text: string };

// A row of facts reads as one line: "When: Mon 23 Nov, 18:00–20:00 CET".
const plainText = {
  selectors: [
    ...["h1", "h3", "h4", "h5", "h6"].map((selector) => ({
      ...{ selector, format: "heading", options: { uppercase: false } },
    })),
    { selector: "tr.fact", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "tr.fact > td", format: "inline" },
  ],
};

/** The mail as HTML and as plain text that says the same. */
export async function renderMail(content: MailContent, frame: MailFrame): Promise<RenderedMail> {
  const html = await render(<MailLayout content={content} {...frame} />);
  return { subject: content.subject, html, text: toPlainText(html, plainText) };
}
