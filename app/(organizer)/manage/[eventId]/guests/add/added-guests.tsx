"use client";

import { useEffect, useRef } from "react";
import { type Column, DataTable } from "@/app/_components/data-table";
import { LinkButton } from "@/app/_components/link-button";
import { Notice } from "@/app/_components/notice";
import { StatusBadge } from "@/app/_components/status-badge";
import type { AddedGuest } from "@/lib/registrations/add-guests";

const words = {
  confirmed: { label: "Registered", tone: "success" },
  waitlisted: { label: "Waitlist", tone: "warning" },
  already_registered: { label: "There already", tone: "neutral" },
  event_full: { label: "No seat left", tone: "destructive" },
} as const;

const columns: Column<AddedGuest>[] = [
  { key: "name", header: "Name", className: "md:w-1/3", cell: ({ name }) => <bdi>{name}</bdi> },
  { key: "email", header: "E-mail", className: "md:w-1/3", cell: ({ email }) => email },
  {
    key: "outcome",
    header: "Status",
    cell: ({ outcome }) => <StatusBadge tone={words[outcome].tone}>{words[outcome].label}</StatusBadge>,
  },
];

/** What became of each person that an organizer added. */
export function AddedGuests({ eventId, added }: { eventId: string; added: AddedGuest[] }) {
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  const count = (outcome: AddedGuest["outcome"]) => added.filter((person) => person.outcome === outcome).length;
  const parts = [
    `${count("confirmed")} registered`,
    ...(count("waitlisted") > 0 ? [`${count("waitlisted")} on the waitlist`] : []),
    ...(count("already_registered") > 0 ? [`${count("already_registered")} were there already`] : []),
    ...(count("event_full") > 0 ? [`${count("event_full")} found no seat`] : []),
  ];
  return (
    <div className="flex flex-col gap-5">
      <div ref={told} tabIndex={-1} className="outline-none">
        <Notice
          tone={count("event_full") > 0 ? "warning" : "success"}
          role="status"
          title={parts.join(", ")}
          action={<LinkButton href={`/manage/${eventId}/guests`}>All guests</LinkButton>}
        >
          <p>Everybody who was added gets a mail.</p>
        </Notice>
      </div>
      <DataTable caption="People added" columns={columns} rows={added} rowKey={({ email }) => email} />
    </div>
  );
}
