import postgres from "postgres";

type Wanted = { name: string; owner: string; password: string };

/**
 * Makes sure that the server has a database of that name, and a user who owns it and all in it and
 * may nothing beyond: asked with the address of a superuser of `postgres`. One that a former
 * version left to the superuser is handed over, all of it or nothing.
 */
export async function createDatabase(serverUrl: string, wanted: Wanted): Promise<void> {
  const { name, owner, password } = wanted;
  const server = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    const [role] = await server`select from pg_roles where rolname = ${owner}`;
    if (!role) await server`create role ${server(owner)}`;
    // No statement takes a password as a parameter.
    const [{ quoted = "" } = {}] = await server<{ quoted: string }[]>`select quote_literal(${password}) as quoted`;
    await server.unsafe(`alter role "${owner}" login nosuperuser nocreatedb nocreaterole password ${quoted}`);
    const [found] = await server`select from pg_database where datname = ${name}`;
    if (!found) await server`create database ${server(name)} owner ${server(owner)}`;
    else await server`alter database ${server(name)} owner to ${server(owner)}`;
  } finally {
    await server.end({ timeout: 5 });
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    await handOver(database, owner);
  } finally {
    await database.end({ timeout: 5 });
  }
}

/**
 * Gives the role whatever in this database is not its own; what belongs to an extension stays with
 * it.
 */
async function handOver(database: postgres.Sql, owner: string): Promise<void> {
  await database.begin(async (tx) => {
    const statements = await tx<{ statement: string }[]>`
      with own_schemas as (
        select oid, nspname, nspowner from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
      ), of_extensions as (
        select objid from pg_depend where deptype = 'e'
      ), heir as (
        select oid from pg_roles where rolname = ${owner}
      )
      select format('alter schema %I owner to %I', nspname, ${owner}::text) as statement
      from own_schemas where nspowner <> (select oid from heir) and nspname <> 'public'
      union all
      select format('alter table %I.%I owner to %I', s.nspname, c.relname, ${owner}::text)
      from pg_class c join own_schemas s on s.oid = c.relnamespace
      where c.relowner <> (select oid from heir) and c.oid not in (select objid from of_extensions)
        and (c.relkind in ('r', 'p', 'v', 'm') or (c.relkind = 'S' and not exists (
          select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))))
      union all
      select format('alter type %I.%I owner to %I', s.nspname, t.typname, ${owner}::text)
      from pg_type t join own_schemas s on s.oid = t.typnamespace
      where t.typowner <> (select oid from heir)
        and (t.typtype in ('e', 'd') or exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
        and t.oid not in (select objid from of_extensions)
      union all
      select format('alter routine %I.%I(%s) owner to %I', s.nspname, p.proname,
        pg_get_function_identity_arguments(p.oid), ${owner}::text)
      from pg_proc p join own_schemas s on s.oid = p.pronamespace
      where p.proowner <> (select oid from heir) and p.oid not in (select objid from of_extensions)`;
    for (const { statement } of statements) await tx.unsafe(statement);
  });
}
