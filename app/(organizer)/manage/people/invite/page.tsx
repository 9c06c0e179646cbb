import type { Metadata } from "next";
import { Card } from "@/app/_components/card";
import { PageHeader } from "@/app/_components/page-header";
import { suggestDepartments } from "@/lib/access/departments/suggest-departments";
import { adminOf } from "../../_admin/admin-of";
import { BackToPeople } from "../back-to-people";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "Invite somebody" };

export default async function InvitePage() {
  await adminOf("/manage/people/invite");
  return (
    <>
      <BackToPeople />
      <PageHeader
        title="Invite somebody"
        description="They get a mail with a link that lets them in, without a password."
      />
      <Card className="max-w-reading">
        <InviteForm departments={await suggestDepartments()} />
      </Card>
    </>
  );
}
