import type { Metadata } from "next";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { LinkOver } from "@/app/_server/link-over";
import { mailWords } from "@/app/_server/mail-words";
import { listZoneGroups } from "@/app/(organizer)/manage/_form/zones";
import { findAccessLink } from "@/lib/access/find-access-link";
import { pictureUrl } from "@/lib/organisation/picture-url";
import { getOrganisation } from "@/lib/organisation/queries";
import { EnterDemo } from "./enter-demo";
import { offersDemo } from "./offers-demo";
import { SetUpForm } from "./set-up-form";

// The address is a secret, so no other site may learn it; our own forms still need an origin.
export const metadata: Metadata = { title: "Set up", robots: { index: false, follow: false }, referrer: "same-origin" };

export default async function SetUpPage({ params: { token } }: { params: { token: string } }) {
  const link = await findAccessLink("set_up", token);
  if (link.state !== "works")
    return (
      <LinkOver
        state={link.state}
        remedy="Whoever used it is an administrator now. The operator of the machine gets a new link, while there is no administrator, by bin/people set-up."
      />
    );
  const { name, timezone, accentColor, logoId } = await getOrganisation();
  const identity = { name, timezone, accentColor: accentColor ?? "", logoUrl: logoId && pictureUrl(logoId) };
  return (
    <PageFrame width="form">
      <PageHeader
        title="Set up"
        description="A minute, and the first event can be made. All of this can be changed later."
      />
      <SetUpForm token={token} identity={identity} zoneGroups={listZoneGroups()} mail={mailWords()} />
      {offersDemo() && <EnterDemo token={token} />}
    </PageFrame>
  );
}
