import type { Metadata } from "next";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { AccountShut } from "@/app/_server/account-shut";
import { LetInForm } from "@/app/_server/let-in-form";
import { LinkOver } from "@/app/_server/link-over";
import { findAccessLink } from "@/lib/access/find-access-link";
import { signInByLinkAction } from "./actions";

// The address is a secret, so no other site may learn it; our own forms still need an origin.
export const metadata: Metadata = {
  title: "Sign in",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export default async function SignInLinkPage({ params: { token } }: { params: { token: string } }) {
  const link = await findAccessLink("sign_in", token);
  if (link.state !== "works")
    return <LinkOver state={link.state} remedy="Sign in by a code, or ask whoever gave it to you for a new one." />;
  if (!link.person || link.person.isDisabled) return <AccountShut />;
  return (
    <PageFrame width="form">
      <PageHeader
        title={`Sign in as ${link.person.name}`}
        description={
          <>
            This link works once, for <bdi className="break-all">{link.person.email}</bdi>.
          </>
        }
      />
      <LetInForm token={token} label="Sign in" action={signInByLinkAction} />
    </PageFrame>
  );
}
