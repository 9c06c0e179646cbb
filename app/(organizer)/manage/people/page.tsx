import type { Metadata } from "next";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkButton } from "@/app/_components/link-button";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { suggestDepartments } from "@/lib/access/departments/suggest-departments";
import { listPeople } from "@/lib/access/people/queries";
import { getOrganisation } from "@/lib/organisation/queries";
import { adminOf } from "../_admin/admin-of";
import { AdminTabs } from "../_admin/admin-tabs";
import { listInputOf, peopleFilterOf, peopleHref } from "./people-filter";
import { PeopleFilterBar } from "./people-filter-bar";
import { PeopleTable } from "./people-table";

export const metadata: Metadata = { title: "People" };

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function PeoplePage({ searchParams }: Props) {
  const scope = await adminOf("/manage/people");
  const filter = peopleFilterOf(searchParams);
  const first = { ...filter, cursor: undefined };
  const [page, departments, { timezone }] = await Promise.all([
    pageOrFirst(listPeople(scope, listInputOf(filter)), peopleHref(first)),
    suggestDepartments(),
    getOrganisation(),
  ]);
  return (
    <>
      <PageHeader
        title="People"
        description="Who has an account here, who only registered, and what each may do."
        actions={
          <>
            <LinkButton href="/manage/people/import">Import</LinkButton>
            <LinkButton href="/manage/people/invite" variant="primary">
              Invite somebody
            </LinkButton>
          </>
        }
      />
      <AdminTabs current="/manage/people" />
      <PeopleFilterBar filter={filter} departments={departments} />
      {page.items.length > 0 ? (
        <PeopleTable people={page.items} timezone={timezone} />
      ) : (
        <EmptyState title="Nobody found">
          Names and addresses of accounts are searched by their parts; a guest is found by the whole address.
        </EmptyState>
      )}
      <Pagination
        nextHref={page.nextCursor ? peopleHref({ ...filter, cursor: page.nextCursor }) : undefined}
        firstHref={filter.cursor && peopleHref(first)}
      />
    </>
  );
}
