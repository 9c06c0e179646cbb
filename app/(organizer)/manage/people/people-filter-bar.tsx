import { Button } from "@/app/_components/button";
import { LinkButton } from "@/app/_components/link-button";
import { SearchField } from "@/app/_components/search-field";
import { Select } from "@/app/_components/select";
import { peopleViews, roles } from "@/lib/access/people/input";
import { type PeopleFilter, peopleHref } from "./people-filter";
import { roleWords, viewWords } from "./people-words";

type Props = { filter: PeopleFilter; departments: readonly string[] };

/** Search and filters as a GET form: what is found has an address, and needs no script. */
export function PeopleFilterBar({ filter, departments }: Props) {
  const isFiltered = Boolean(filter.q || filter.department || filter.role || filter.view !== "accounts");
  const listed = departments.includes(filter.department) || !filter.department;
  return (
    <form action="/manage/people" className="flex flex-wrap items-center gap-2 py-4">
      <SearchField
        name="q"
        label="Search by name or e-mail; guests by their whole address"
        placeholder="Name or e-mail"
        defaultValue={filter.q}
        maxLength={254}
        className="min-w-52 flex-1 basis-64"
      />
      <div className="min-w-36 flex-1 sm:max-w-40">
        <Select name="view" aria-label="Who" defaultValue={filter.view}>
          {["accounts" as const, ...peopleViews.filter((view) => view !== "accounts")].map((view) => (
            <option key={view} value={view}>
              {viewWords[view]}
            </option>
          ))}
        </Select>
      </div>
      <div className="min-w-36 flex-1 sm:max-w-40">
        <Select name="role" aria-label="Role" defaultValue={filter.role}>
          <option value="">All roles</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role]}
            </option>
          ))}
        </Select>
      </div>
      {departments.length > 0 && (
        <div className="min-w-44 flex-1 sm:max-w-44">
          <Select name="department" aria-label="Department" defaultValue={filter.department}>
            <option value="">All departments</option>
            {!listed && <option value={filter.department}>{filter.department}</option>}
            {departments.map((department) => (
              <option key={department}>{department}</option>
            ))}
          </Select>
        </div>
      )}
      <Button type="submit">Apply</Button>
      {isFiltered && (
        <LinkButton href={peopleHref({})} variant="ghost">
          Clear
        </LinkButton>
      )}
    </form>
  );
}
