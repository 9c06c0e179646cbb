import { and, asc, eq, gt, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { undeliverableAddresses } from "@/db/schema/mail";
import { users } from "@/db/schema/users";
import type { DepartmentSource, Role } from "@/lib/access/actor";
import type { AdminScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import { searchTextOf } from "@/lib/platform/search-text";
import type { ListPeopleInput, PeopleView } from "./input";

/** A person as administrators see them in a list. */
export type PersonListItem = {
  id: string;
  email: string;
  name: string;
  department: string | null;
  departmentSource: DepartmentSource;
  role: Role;
  isDisabled: boolean;
  /** False for a guest, who never signed in and was never asked to. */
  hasAccount: boolean;
  lastSeenAt: Date | null;
  /** Why mail does not reach them; null when nothing is known against the address. */
  addressFault: "bounced" | "complained" | null;
  /** In how many places they are signed in. */
  openSessions: number;
};

/** The same with what their own page shows. */
export type PersonDetail = PersonListItem & {
  createdAt: Date;
  verifiedAt: Date | null;
  invitedAt: Date | null;
  disabledAt: Date | null;
  hasPassword: boolean;
  addressFaultDetail: string | null;
  addressFaultAt: Date | null;
};

const hasAccount = isNotNull(users.searchText);

function columns() {
  const at = now().toISOString();
  return {
    id: users.id,
    email: users.email,
    name: users.name,
    department: users.department,
    departmentSource: users.departmentSource,
    role: users.role,
    isDisabled: sql<boolean>`${users.disabledAt} is not null`,
    hasAccount: sql<boolean>`${hasAccount}`,
    lastSeenAt: users.lastSeenAt,
    addressFault: undeliverableAddresses.fault,
    openSessions: sql<number>`(select count(*)::int from sessions s where s.user_id = ${users}.id
      and s.revoked_at is null and s.expires_at > ${at}::timestamptz and s.ends_at > ${at}::timestamptz)`,
  };
}

/**
 * A page of the people, by address. A search looks for each word in the names and addresses of
 * accounts, unless it is somebody's whole address: so guests are found too. Who was erased is in no
 * list.
 */
export async function listPeople(_scope: AdminScope, input: ListPeopleInput): Promise<Page<PersonListItem>> {
  const { limit, cursor } = input;
  const after = openCursor("people", cursor, z.tuple([z.string()]));
  const rows = await db()
    .select(columns())
    .from(users)
    .leftJoin(undeliverableAddresses, eq(undeliverableAddresses.email, users.email))
    .where(
      and(
        isNull(users.erasedAt),
        inView(input.view),
        input.role && eq(users.role, input.role),
        input.department === undefined ? undefined : eq(users.department, input.department),
        await matchesPerson(input.q),
        after ? gt(users.email, after[0]) : undefined,
      ),
    )
    .orderBy(asc(users.email))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ email }) => sealCursor("people", [email]));
}

/** Everything about a person that their page shows, or `not_found`. */
export async function getPerson(_scope: AdminScope, id: string): Promise<PersonDetail> {
  const [row] = await db()
    .select({
      ...columns(),
      createdAt: users.createdAt,
      verifiedAt: users.emailVerifiedAt,
      invitedAt: users.invitedAt,
      disabledAt: users.disabledAt,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      addressFaultDetail: undeliverableAddresses.detail,
      addressFaultAt: undeliverableAddresses.at,
    })
    .from(users)
    .leftJoin(undeliverableAddresses, eq(undeliverableAddresses.email, users.email))
    .where(and(eq(users.id, id), isNull(users.erasedAt)));
  if (!row) throw notFound();
  return row;
}

function inView(view: PeopleView): SQL | undefined {
  if (view === "accounts") return hasAccount;
  if (view === "guests") return isNull(users.searchText);
  if (view === "disabled") return isNotNull(users.disabledAt);
  if (view === "undeliverable") return isNotNull(undeliverableAddresses.email);
  return undefined;
}

async function matchesPerson(q: string | undefined): Promise<SQL | undefined> {
  const words = searchTextOf(q).split(/\s+/).filter(Boolean).slice(0, 6);
  if (words.length === 0) return undefined;
  const hasAddress = eq(users.email, q?.toLowerCase() ?? "");
  if (q?.includes("@") && (await db().$count(users, hasAddress)) > 0) return hasAddress;
  const found = words.map((word) => {
    const pattern = word.replaceAll(/[\\%_]/g, "\\$&");
    // Two letters are in the index only as the beginning of a word; one is in nearly everybody.
    return sql`${users.searchText} like ${word.length === 2 ? `% ${pattern}%` : `%${pattern}%`}`;
  });
  return and(hasAccount, ...found);
}
