"use client";

import { Button } from "@/app/_components/button";
import { Notice } from "@/app/_components/notice";
import { usePasskey } from "./use-passkey";

/** Asks for one of this person's passkeys, then goes on to `next`. */
export function ConfirmPasskey({ next }: { next: string }) {
  const { isBusy, refusal, confirm } = usePasskey({ hasOne: true });
  return (
    <div className="flex flex-col gap-4">
      {refusal && (
        <Notice tone="warning" role="status">
          {refusal.message}
        </Notice>
      )}
      <Button
        variant="primary"
        size="public"
        wide
        aria-disabled={isBusy || undefined}
        onClick={async () => (await confirm()) && window.location.assign(next)}
      >
        {isBusy ? "Waiting for your passkey…" : "Use a passkey"}
      </Button>
    </div>
  );
}
