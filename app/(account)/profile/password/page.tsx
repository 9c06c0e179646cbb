import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { hasFreshProof } from "@/lib/access/fresh-proof";
import { hasPassword } from "@/lib/access/has-password";
import { PasswordForm } from "../password-form";

export const metadata: Metadata = { title: "Password", robots: { index: false } };

export default async function PasswordPage() {
  const person = await personOrSignIn("/profile/password");
  if (!hasFreshProof(person)) redirect("/profile/confirm?next=%2Fprofile%2Fpassword");
  const hasOne = await hasPassword(person);
  return (
    <PageFrame width="form" className="max-w-md">
      <PageHeader
        title={hasOne ? "Change your password" : "Set a password"}
        description="All your other devices are signed out, and a mail tells you of it."
      />
      <PasswordForm email={person.email} hasOne={hasOne} />
    </PageFrame>
  );
}
