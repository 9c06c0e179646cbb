"use client";

import { useEffect, useRef } from "react";
import { MailFrame } from "@/app/_mail/mail-frame";

/** The mail as its readers will see it, brought into sight when it was asked for. */
export function MailPreview({ subject, html }: { subject: string; html: string }) {
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another preview is a reason to look again
  useEffect(() => {
    section.current?.scrollIntoView({ block: "start" });
  }, [subject, html]);
  return (
    <section ref={section} aria-label="Preview" className="min-w-0 scroll-mt-4">
      <p className="mb-2 text-sm text-secondary">
        As people see it, under the subject <bdi className="font-medium text-foreground">{subject}</bdi>
      </p>
      <MailFrame key={html} html={html} title={`Preview: ${subject}`} />
    </section>
  );
}
