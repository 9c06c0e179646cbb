import type { Metadata } from "next";
import Link from "next/link";
import { Card } from "@/app/_components/card";
import { Disclosure } from "@/app/_components/disclosure";
import { PageHeader } from "@/app/_components/page-header";
import { OneTapForm } from "@/app/_server/one-tap-form";
import { listDepartmentsInUse } from "@/lib/access/departments/list-departments";
import { adminOf } from "../_admin/admin-of";
import { AdminTabs } from "../_admin/admin-tabs";
import { MergeForm } from "../_admin/merge-form";
import { RenameForm } from "../_admin/rename-form";
import { peopleHref } from "../people/people-filter";
import { mergeDepartmentAction, removeDepartmentAction, renameDepartmentAction } from "./actions";
import { AddDepartmentsForm } from "./add-departments-form";

export const metadata: Metadata = { title: "Departments" };

type Listed = Awaited<ReturnType<typeof listDepartmentsInUse>>[number];

export default async function DepartmentsPage() {
  const list = await listDepartmentsInUse(await adminOf("/manage/departments"));
  return (
    <>
      <PageHeader
        title="Departments"
        description="What forms suggest, and what events for certain departments go by. Registrations keep what they said."
      />
      <AdminTabs current="/manage/departments" />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-start">
        <Card title={list.length === 1 ? "1 department" : `${list.length} departments`}>
          {list.length === 0 ? (
            <p className="text-sm text-secondary">
              None yet: forms suggest what at least three people wrote. Add yours, and they suggest those.
            </p>
          ) : (
            <ul className="divide-y divide-border">
              {list.map((department) => (
                <Entry
                  key={department.id}
                  department={department}
                  others={list.filter(({ id }) => id !== department.id)}
                />
              ))}
            </ul>
          )}
        </Card>
        <Card title="Add departments">
          <AddDepartmentsForm />
        </Card>
      </div>
    </>
  );
}

function Entry({ department, others }: { department: Listed; others: Listed[] }) {
  const { id, name, people, hasEvents } = department;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 font-medium text-foreground">
          <bdi>{name}</bdi>
        </p>
        <p className="text-meta text-muted-foreground">
          <Link
            href={peopleHref({ department: name, view: "everyone" })}
            className="underline-offset-4 hover:underline"
          >
            {people === 1 ? "1 person" : `${people.toLocaleString("en")} people`}
          </Link>
          {hasEvents && " · events are for it"}
        </p>
      </div>
      <Disclosure summary="Change">
        <div className="flex flex-col gap-4 pb-2">
          <RenameForm action={renameDepartmentAction} id={id} name={name} maxLength={80} />
          {others.length > 0 && <MergeForm action={mergeDepartmentAction} id={id} others={others} />}
          {people === 0 && !hasEvents && (
            <OneTapForm
              action={removeDepartmentAction}
              fields={{ id }}
              label={`Remove ${name}`}
              pendingLabel="Removing…"
              variant="destructive"
            >
              Remove
            </OneTapForm>
          )}
        </div>
      </Disclosure>
    </li>
  );
}
