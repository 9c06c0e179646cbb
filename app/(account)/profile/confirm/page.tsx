import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { ownPathOf } from "@/app/_server/own-path";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { hasFreshProof } from "@/lib/access/fresh-proof";
import { findChallenge } from "../../sign-in/sign-in-challenge";
import { ConfirmForm } from "./confirm-form";
import { SendCodeForm } from "./send-code-form";

export const metadata: Metadata = { title: "Confirm that it’s you", robots: { index: false } };

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function ConfirmPage({ searchParams }: Props) {
  const next = ownPathOf(searchParams.next, "/profile");
  const person = await personOrSignIn(`/profile/confirm?next=${encodeURIComponent(next)}`);
  if (hasFreshProof(person)) redirect(next);
  const challenge = await findChallenge();
  const isWaiting = challenge?.email === person.email;
  return (
    <PageFrame width="form" className="max-w-md">
      <PageHeader
        title="Confirm that it’s you"
        description={
          <>
            {isWaiting ? "We sent a code to " : "We send a code to "}
            <bdi className="font-medium break-all text-foreground">{person.email}</bdi>. Whoever found this browser open
            can’t go on without it.
          </>
        }
      />
      {isWaiting && <ConfirmForm next={next} challengeId={challenge.challengeId} />}
      <SendCodeForm next={next} isAgain={isWaiting} />
    </PageFrame>
  );
}
