import type { Metadata } from "next";
import { Badge } from "@/app/_components/badge";
import { Card } from "@/app/_components/card";
import { Disclosure } from "@/app/_components/disclosure";
import { ArrowDown, ArrowUp } from "@/app/_components/icons";
import { PageHeader } from "@/app/_components/page-header";
import { OneTapForm } from "@/app/_server/one-tap-form";
import { listCategoriesInUse } from "@/lib/events/categories/list-categories";
import { adminOf } from "../_admin/admin-of";
import { AdminTabs } from "../_admin/admin-tabs";
import { MergeForm } from "../_admin/merge-form";
import { RenameForm } from "../_admin/rename-form";
import { mergeCategoryAction, moveCategoryAction, removeCategoryAction, renameCategoryAction } from "./actions";
import { AddCategoryForm } from "./add-category-form";

export const metadata: Metadata = { title: "Categories" };

type Listed = Awaited<ReturnType<typeof listCategoriesInUse>>[number];

export default async function CategoriesPage() {
  const list = await listCategoriesInUse(await adminOf("/manage/categories"));
  return (
    <>
      <PageHeader
        title="Categories"
        description="What kinds of event there are, in the order that lists and filters show them."
      />
      <AdminTabs current="/manage/categories" />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-start">
        <Card title={`${list.length} categories`}>
          <ol className="divide-y divide-border">
            {list.map((category, index) => (
              <Entry
                key={category.id}
                category={category}
                others={list.filter(({ id }) => id !== category.id)}
                isFirst={index === 0}
                isLast={index === list.length - 1}
              />
            ))}
          </ol>
        </Card>
        <Card title="Add a category">
          <AddCategoryForm />
        </Card>
      </div>
    </>
  );
}

type EntryProps = { category: Listed; others: Listed[]; isFirst: boolean; isLast: boolean };

function Entry({ category: { id, name, isInUse }, others, isFirst, isLast }: EntryProps) {
  const mayGo = id !== "other";
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 font-medium text-foreground">
          <bdi>{name}</bdi> <span className="text-meta font-normal text-muted-foreground">{id}</span>{" "}
          {isInUse && <Badge>In use</Badge>}
        </p>
        <div className="flex gap-1">
          {!isFirst && <Move id={id} name={name} by="up" />}
          {!isLast && <Move id={id} name={name} by="down" />}
        </div>
      </div>
      <Disclosure summary="Change">
        <div className="flex flex-col gap-4 pb-2">
          <RenameForm action={renameCategoryAction} id={id} name={name} maxLength={60} />
          {mayGo && <MergeForm action={mergeCategoryAction} id={id} others={others} />}
          {mayGo && !isInUse && (
            <OneTapForm
              action={removeCategoryAction}
              fields={{ id }}
              label={`Remove ${name}`}
              pendingLabel="Removing…"
              variant="destructive"
            >
              Remove
            </OneTapForm>
          )}
          {!mayGo && (
            <p className="text-meta text-muted-foreground">
              Events without another category get this one: it can be renamed, not removed.
            </p>
          )}
        </div>
      </Disclosure>
    </li>
  );
}

function Move({ id, name, by }: { id: string; name: string; by: "up" | "down" }) {
  return (
    <OneTapForm
      action={moveCategoryAction}
      fields={{ id, by }}
      label={`Move ${name} ${by}`}
      pendingLabel="…"
      variant="ghost"
      size="icon"
    >
      {by === "up" ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
    </OneTapForm>
  );
}
