import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { Prose } from "@/app/_components/prose";
import { renderMarkdown } from "@/lib/events/markdown";
import { getOrganisation } from "@/lib/organisation/queries";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  const { privacyNotice } = await getOrganisation();
  if (!privacyNotice) notFound();
  return (
    <PageFrame width="reading">
      <PageHeader title="Privacy" description="What becomes of your data here." />
      <Prose html={renderMarkdown(privacyNotice)} />
    </PageFrame>
  );
}
