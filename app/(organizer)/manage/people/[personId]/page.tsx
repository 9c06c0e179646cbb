import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { buttonStyle } from "@/app/_components/button-style";
import { Card } from "@/app/_components/card";
import { cn } from "@/app/_components/cn";
import { Disclosure } from "@/app/_components/disclosure";
import { PageHeader } from "@/app/_components/page-header";
import { orNotFound } from "@/app/_server/or-not-found";
import { suggestDepartments } from "@/lib/access/departments/suggest-departments";
import { personParams } from "@/lib/access/people/input";
import { getPerson, type PersonDetail } from "@/lib/access/people/queries";
import { listOwnedEvents } from "@/lib/events/list-owned-events";
import { formatInstant } from "@/lib/events/when";
import { getOrganisation } from "@/lib/organisation/queries";
import { listRegistrationsOf } from "@/lib/registrations/list-registrations-of";
import { adminOf } from "../../_admin/admin-of";
import { BackToPeople } from "../back-to-people";
import { PersonBadges } from "../people-table";
import { sourceWords } from "../people-words";
import { AccountCard } from "./account-card";
import { DepartmentForm } from "./department-form";
import { ErasePersonForm } from "./erase-person-form";
import { HandOverForm } from "./hand-over-form";
import { InShort } from "./in-short";
import { MergePersonForm } from "./merge-person-form";
import { RoleForm } from "./role-form";

export const metadata: Metadata = { title: "Person" };

type Props = { params: { personId: string } };

export default async function PersonPage({ params }: Props) {
  const scope = await adminOf(`/manage/people/${encodeURIComponent(params.personId)}`);
  const id = personParams.safeParse({ id: params.personId });
  if (!id.success) notFound();
  const person = await orNotFound(getPerson(scope, id.data.id));
  const [registered, owned, departments, { timezone }] = await Promise.all([
    listRegistrationsOf(scope, person.id),
    listOwnedEvents(scope, person.id),
    suggestDepartments(),
    getOrganisation(),
  ]);
  return (
    <>
      <BackToPeople />
      <PageHeader
        title={<bdi>{person.name}</bdi>}
        description={
          <>
            <bdi className="break-all">{person.email}</bdi>
            <PersonBadges person={person} />
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <Card title="What they may do">
          <RoleForm userId={person.id} role={person.role} />
        </Card>
        <Card title="Where they belong">
          <DepartmentForm
            userId={person.id}
            department={person.department}
            source={sourceWords[person.departmentSource]}
            departments={departments}
          />
        </Card>
        <AccountCard person={person} />
        <Card title="Known since">
          <Dates person={person} timezone={timezone} />
        </Card>
        <Card title="Their data">
          <div className="flex flex-col gap-5">
            <a
              href={`/api/people/${person.id}/export`}
              download
              className={cn(buttonStyle({ variant: "secondary" }), "self-start")}
            >
              Download what is stored
            </a>
            <Disclosure summary="Two records of one person">
              <MergePersonForm userId={person.id} />
            </Disclosure>
            <Disclosure summary="Erase">
              <ErasePersonForm userId={person.id} name={person.name} />
            </Disclosure>
          </div>
        </Card>
        <Card title="Registrations" description={`${registered.count.toLocaleString("en")} in all`}>
          <InShort
            items={registered.latest.map((one) => ({ ...one, href: `/manage/${one.eventId}/guests/${one.id}` }))}
            count={registered.count}
            nothing="None."
          />
        </Card>
        <Card title="Events they own" description={`${owned.count.toLocaleString("en")} in all`}>
          <div className="flex flex-col gap-5">
            <InShort
              items={owned.latest.map((one) => ({ ...one, href: `/manage/${one.id}` }))}
              count={owned.count}
              nothing="None."
            />
            {owned.count > 0 && <HandOverForm userId={person.id} />}
          </div>
        </Card>
      </div>
    </>
  );
}

function Dates({ person, timezone }: { person: PersonDetail; timezone: string }) {
  const dates: [string, Date | null][] = [
    ["First seen", person.createdAt],
    ["Invited", person.invitedAt],
    ["Address proved", person.verifiedAt],
    ["Last seen", person.lastSeenAt],
    ["Disabled", person.disabledAt],
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-sm">
      {dates.map(([label, at]) => (
        <div key={label} className="contents">
          <dt className="text-muted-foreground">{label}</dt>
          <dd className="text-foreground">
            {at ? <time dateTime={at.toISOString()}>{formatInstant(at, timezone)}</time> : "–"}
          </dd>
        </div>
      ))}
      <dt className="text-muted-foreground">Password</dt>
      <dd className="text-foreground">{person.hasPassword ? "Has one" : "None"}</dd>
    </dl>
  );
}
