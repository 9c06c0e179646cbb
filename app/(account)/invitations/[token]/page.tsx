import type { Metadata } from "next";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { AccountShut } from "@/app/_server/account-shut";
import { LetInForm } from "@/app/_server/let-in-form";
import { LinkOver } from "@/app/_server/link-over";
import { findAccessLink } from "@/lib/access/find-access-link";
import { getOrganisation } from "@/lib/organisation/queries";
import { acceptInvitationAction } from "./actions";

// The address is a secret, so no other site may learn it; our own forms still need an origin.
export const metadata: Metadata = {
  title: "Invitation",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

const roleWords = { attendee: "an attendee", organizer: "an organizer", admin: "an administrator" } as const;

export default async function InvitationPage({ params: { token } }: { params: { token: string } }) {
  const link = await findAccessLink("invitation", token);
  if (link.state !== "works")
    return (
      <LinkOver state={link.state} remedy="If you took the invitation before, sign in. Otherwise ask for a new one." />
    );
  if (!link.person || link.person.isDisabled) return <AccountShut />;
  const { name, email, role } = link.person;
  const organisation = (await getOrganisation()).name || "Turnout";
  return (
    <PageFrame width="form">
      <PageHeader
        title={`Welcome, ${name}`}
        description={
          <>
            {organisation} invites you as {roleWords[role]}. You sign in as <bdi className="break-all">{email}</bdi>,
            from now on by a code that comes by mail.
          </>
        }
      />
      <LetInForm token={token} label="Accept and sign in" action={acceptInvitationAction} />
    </PageFrame>
  );
}
