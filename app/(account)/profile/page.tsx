import type { Metadata } from "next";
import { Button } from "@/app/_components/button";
import { Card } from "@/app/_components/card";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { signOut } from "@/app/_server/sign-out";
import { suggestDepartments } from "@/lib/access/departments/suggest-departments";
import { getOwnDepartment } from "@/lib/access/get-own-department";
import { hasPassword } from "@/lib/access/has-password";
import { getMailPreferences } from "@/lib/access/mail-preferences";
import { DataCard } from "../_data/data-card";
import { PasskeysCard } from "../_passkeys/passkeys-card";
import { MailsForm } from "./mails-form";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { SessionsForm } from "./sessions-form";

export const metadata: Metadata = { title: "Profile", robots: { index: false } };

export default async function ProfilePage() {
  const person = await personOrSignIn("/profile");
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
        <Card title="Password" description="Not needed: a code by mail always works.">
          <PasswordForm email={person.email} hasOne={await hasPassword(person)} />
        </Card>
        <PasskeysCard person={person} />
        <Card title="Other devices" description="For a lost phone, or a computer that is not yours.">
          <SessionsForm />
        </Card>
        <DataCard />
      </div>
    </PageFrame>
  );
}
