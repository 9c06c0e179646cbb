import { Card } from "@/app/_components/card";
import { LinkButton } from "@/app/_components/link-button";
import { RemovePasswordForm } from "./remove-password-form";

/** Whether there is a password, and the ways to set, change and remove it. */
export function PasswordCard({ hasOne, isProved }: { hasOne: boolean; isProved: boolean }) {
  return (
    <Card title="Password" description="Not needed: a code by mail always works.">
      <div className="flex flex-wrap items-start gap-3">
        <LinkButton href="/profile/password" variant="secondary" size="public">
          {hasOne ? "Change the password" : "Set a password"}
        </LinkButton>
        {hasOne && isProved && <RemovePasswordForm />}
        {hasOne && !isProved && (
          <LinkButton href="/profile/confirm" variant="ghost" size="public">
            Remove it
          </LinkButton>
        )}
      </div>
    </Card>
  );
}
