import type { Metadata } from "next";
import { Card } from "@/app/_components/card";
import { PageHeader } from "@/app/_components/page-header";
import { adminOf } from "../../_admin/admin-of";
import { BackToPeople } from "../back-to-people";
import { ImportForm } from "./import-form";

export const metadata: Metadata = { title: "Import people" };

export default async function ImportPage() {
  await adminOf("/manage/people/import");
  return (
    <>
      <BackToPeople />
      <PageHeader
        title="Import people"
        description="New addresses become people; known ones get the department and the role of the list. All or nothing."
      />
      <Card className="max-w-reading">
        <ImportForm />
      </Card>
    </>
  );
}
