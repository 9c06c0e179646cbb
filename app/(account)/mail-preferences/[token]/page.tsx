import type { Metadata } from "next";
import { Card } from "@/app/_components/card";
import { Notice } from "@/app/_components/notice";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { orNotFound } from "@/app/_server/or-not-found";
import { getMailPreferences } from "@/lib/access/mail-preferences";
import { requireMailReader } from "@/lib/access/scopes";
import { PreferencesForm } from "./preferences-form";
import { UnsubscribeForm } from "./unsubscribe-form";

// The address is a secret, so no other site may learn it; our own forms still need an origin.
export const metadata: Metadata = {
  title: "Your mails",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

const words = {
  reminders: { stop: "No more reminders", stopped: "You get no more reminders." },
  announcements: {
    stop: "No more messages from organizers",
    stopped: "You get no more messages from organizers.",
  },
  surveys: { stop: "No more invitations to surveys", stopped: "You get no more invitations to surveys." },
} as const;

export default async function MailPreferencesPage({ params: { token } }: { params: { token: string } }) {
  const scope = await orNotFound(requireMailReader(token));
  const wanted = await getMailPreferences(scope);
  const { stop, stopped } = words[scope.topic];
  return (
    <PageFrame width="form">
      <PageHeader
        title="Your mails"
        description="Which of our mails come to the mailbox that you followed the link from."
      />
      <div className="flex flex-col gap-6">
        {wanted.includes(scope.topic) ? (
          <UnsubscribeForm token={token} words={stop} />
        ) : (
          <Notice tone="success">
            <p>{stopped}</p>
          </Notice>
        )}
        <Card title="All of them">
          <PreferencesForm token={token} wanted={wanted} />
        </Card>
      </div>
    </PageFrame>
  );
}
