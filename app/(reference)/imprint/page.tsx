import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { Prose } from "@/app/_components/prose";
import { renderMarkdown } from "@/lib/events/markdown";
import { getOrganisation } from "@/lib/organisation/queries";

export const metadata: Metadata = { title: "Imprint" };

export default async function ImprintPage() {
  const { imprint } = await getOrganisation();
  if (!imprint) notFound();
  return (
    <PageFrame width="reading">
      <PageHeader title="Imprint" description="Who answers for this site." />
      <Prose html={renderMarkdown(imprint)} />
    </PageFrame>
  );
}
