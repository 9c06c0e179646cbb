import type { Metadata } from "next";
import { Button } from "@/app/_components/button";
import { Card } from "@/app/_components/card";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { signOut } from "@/app/_server/sign-out";
import { suggestDepartments } from "@/lib/access/departments/suggest-departments";
import { findAccount } from "@/lib/access/find-account";
import { hasFreshProof } from "@/lib/access/fresh-proof";
import { getOwnDepartment } from "@/lib/access/get-own-department";
import { hasPassword } from "@/lib/access/has-password";
import { listSessions } from "@/lib/access/list-sessions";
import { getMailPreferences } from "@/lib/access/mail-preferences";
import { hasLocalSignIn } from "@/lib/access/provider-settings";
import { getOrganisation } from "@/lib/organisation/queries";
import { config } from "@/lib/platform/config";
import { DataCard } from "../_data/data-card";
import { PasskeysCard } from "../_passkeys/passkeys-card";
import { MailsForm } from "./mails-form";
import { PasswordCard } from "./password-card";
import { ProfileForm } from "./profile-form";
import { SessionList } from "./session-list";
import { SessionsForm } from "./sessions-form";

export const metadata: Metadata = { title: "Profile", robots: { index: false } };

export default async function ProfilePage() {
  const person = await personOrSignIn("/profile");
  const { items: sessions } = await listSessions(person, { limit: 50 });
  const [account, { timezone }] = await Promise.all([findAccount(person), getOrganisation()]);
  return (
    <PageFrame width="form">
      <PageHeader
        title="Profile"
        description={
          <>
            Signed in as <bdi className="break-all">{person.email}</bdi>
          </>
        }
        actions={
          <form action={signOut}>
            <Button type="submit">Sign out</Button>
          </form>
        }
      />
      <div className="flex flex-col gap-6">
        <Card title="About you">
          <ProfileForm
            name={person.name}
            department={await getOwnDepartment(person)}
            departments={await suggestDepartments()}
          />
        </Card>
        <Card title="Mails">
          <MailsForm wanted={await getMailPreferences(person)} />
        </Card>
        {hasLocalSignIn(config()) && (
          <PasswordCard hasOne={await hasPassword(person)} isProved={hasFreshProof(person)} />
        )}
        <PasskeysCard person={person} />
        <Card
          title="Signed in on"
          description="End what you don’t know, a lost phone, or a computer that is not yours."
        >
          <SessionList sessions={sessions} timezone={account?.timezone ?? timezone} />
          {sessions.length > 1 && <SessionsForm />}
        </Card>
        <DataCard />
      </div>
    </PageFrame>
  );
}
