import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_components/card";
import { PageHeader } from "@/app/_components/page-header";
import { mailWords } from "@/app/_server/mail-words";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { canAdminister } from "@/lib/access/roles";
import { pictureUrl } from "@/lib/organisation/picture-url";
import { getOrganisation } from "@/lib/organisation/queries";
import { hasDemo } from "@/lib/retention/remove-demo";
import { listZoneGroups } from "../_form/zones";
import { RemoveDemoForm } from "./remove-demo-form";
import { SettingsForm } from "./settings-form";
import { TestMailForm } from "./test-mail-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const person = await personOrSignIn("/manage/settings");
  if (!canAdminister(person)) notFound();
  const { name, timezone, accentColor, logoId, privacyNotice, imprint, ...organisation } = await getOrganisation();
  const { isLeaving, words } = mailWords();
  const settings = {
    name,
    timezone,
    accentColor: accentColor ?? "",
    logoUrl: logoId && pictureUrl(logoId),
    privacyNotice,
    imprint,
    registrationMonths: organisation.registrationMonths?.toString() ?? "",
    auditMonths: organisation.auditMonths?.toString() ?? "",
    requiresSecondFactor: organisation.requiresSecondFactor,
  };
  return (
    <>
      <PageHeader title="Settings" description="What holds for the whole site and everybody on it." />
      <div className="flex max-w-reading flex-col gap-6">
        <SettingsForm settings={settings} zoneGroups={listZoneGroups()} />
        <Card title="Mail" description={words}>
          <TestMailForm isLeaving={isLeaving} />
        </Card>
        {(await hasDemo()) && (
          <Card
            title="Demo"
            description="Made-up people and events. Removing them keeps everything that is yours; it can’t be undone."
          >
            <RemoveDemoForm />
          </Card>
        )}
      </div>
    </>
  );
}
