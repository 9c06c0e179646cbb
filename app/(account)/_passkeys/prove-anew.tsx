"use client";

import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { signInAnew } from "./sign-in-anew";

/** What helps when signing in was too long ago, or by a password, which proves nothing new. */
export function ProveAnew({ next }: { next: string }) {
  return (
    <Notice
      tone="warning"
      role="status"
      action={
        <form action={signInAnew}>
          <input type="hidden" name="next" value={next} />
          <SubmitButton variant="secondary">Sign in anew</SubmitButton>
        </form>
      }
    >
      A passkey is added within ten minutes of signing in by a code or with your company account. Nothing is lost.
    </Notice>
  );
}
