import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/app/_components/button";
import { Notice } from "@/app/_components/notice";
import { PageFrame } from "@/app/_components/page-frame";
import { ownPathOf } from "@/app/_server/own-path";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { passkeyHref } from "@/app/_server/second-factor";
import { signOut } from "@/app/_server/sign-out";
import { listPasskeys } from "@/lib/access/passkeys/list-passkeys";
import { relyingPartyOf } from "@/lib/access/passkeys/relying-party";
import { config } from "@/lib/platform/config";
import { AddPasskeyForm } from "../../_passkeys/add-passkey-form";
import { ConfirmPasskey } from "../../_passkeys/confirm-passkey";
import { afterSignIn } from "../sign-in-href";

export const metadata: Metadata = { title: "Confirm it’s you", robots: { index: false } };

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function PasskeyPage({ searchParams }: Props) {
  const next = ownPathOf(searchParams.next, afterSignIn);
  const person = await personOrSignIn(passkeyHref(next));
  if (!person.lacksSecondFactor) redirect(next);
  const hasOne = (await listPasskeys(person)).length > 0;
  return (
    <PageFrame width="form" className="max-w-md md:pt-8">
      <h1 className="font-display text-2xl font-semibold">{hasOne ? "Confirm it’s you" : "Add a passkey"}</h1>
      <p className="mt-2 mb-6 text-base text-secondary">
        {hasOne
          ? "What you organize opens with your passkey: your finger, face or PIN, or your security key."
          : "Your organisation asks whoever organizes for a second proof: your finger, face or PIN on this device, or a security key."}
      </p>
      <PasskeyStep hasOne={hasOne} next={next} />
      <noscript>
        <Notice tone="warning" className="mt-6">
          Passkeys need scripts: switch them on in your browser.
        </Notice>
      </noscript>
      <div className="mt-6 flex flex-wrap items-center justify-between gap-3 border-t border-border pt-6 text-sm text-secondary">
        <p className="min-w-0 flex-1">
          {hasOne && "Lost it? An administrator of this site can remove your passkeys. "}
          Signed in as <bdi className="break-all">{person.email}</bdi>.
        </p>
        <form action={signOut}>
          <Button type="submit">Sign out</Button>
        </form>
      </div>
    </PageFrame>
  );
}

function PasskeyStep({ hasOne, next }: { hasOne: boolean; next: string }) {
  if (!relyingPartyOf(config()))
    return (
      <Notice tone="warning">
        Passkeys need this site to have a name and https. Whoever operates it can set both: APP_URL.
      </Notice>
    );
  return hasOne ? <ConfirmPasskey next={next} /> : <AddPasskeyForm hasOne={false} next={next} isMainThing />;
}
