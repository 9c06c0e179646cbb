import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { createDatabase } from "./create-database";
import { migrateDatabase } from "./migrate";

const serverUrl = inject("adminDatabaseUrl");
const server = postgres(serverUrl, { max: 1, onnotice: () => {} });
const owner = "turnout_owner_of_tests";
const password = "it's a password";

function urlOf(name: string, user?: { username: string; password: string }): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  if (user) Object.assign(url, { username: user.username, password: encodeURIComponent(user.password) });
  return url.href;
}

const asOwner = (name: string) => urlOf(name, { username: owner, password });

afterAll(async () => {
  await server`drop database if exists owned_new with (force)`;
  await server`drop database if exists owned_former with (force)`;
  await server`drop role if exists ${server(owner)}`;
  await server.end();
});

async function countForeign(name: string): Promise<number> {
  const sql = postgres(asOwner(name), { max: 1, onnotice: () => {} });
  try {
    const found = await sql`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'drizzle') and pg_get_userbyid(c.relowner) <> ${owner}
      union all
      select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and pg_get_userbyid(p.proowner) <> ${owner}
        and p.oid not in (select objid from pg_depend where deptype = 'e')`;
    return found.length;
  } finally {
    await sql.end();
  }
}

test("the product's user owns its database, migrates it, and may nothing beyond", async () => {
  await createDatabase(serverUrl, { name: "owned_new", owner, password });
  await migrateDatabase(asOwner("owned_new"));
  expect(await countForeign("owned_new")).toBe(0);
  const sql = postgres(asOwner("owned_new"), { max: 1, onnotice: () => {} });
  const [role] = await sql`
    select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user`;
  expect(Object.values(role ?? {})).toEqual([false, false, false, false]);
  await expect(sql`select pg_read_file('/etc/hostname')`).rejects.toThrow("permission denied");
  await expect(sql`copy (select 1) to program 'true'`).rejects.toThrow("permission denied");
  await sql.end();
});

test("a database that a former version left to the superuser is handed over with all in it, and stays so", async () => {
  await server`create database owned_former`;
  await migrateDatabase(urlOf("owned_former"));
  for (let start = 0; start < 2; start++) {
    await createDatabase(serverUrl, { name: "owned_former", owner, password });
    expect(await countForeign("owned_former")).toBe(0);
    await migrateDatabase(asOwner("owned_former"));
  }
  const sql = postgres(asOwner("owned_former"), { max: 1, onnotice: () => {} });
  await sql`alter table users add column extra text`;
  await sql`drop table departments`;
  await sql.end();
});
