import { Button } from "@/app/_components/button";
import { LinkButton } from "@/app/_components/link-button";
import { SearchField } from "@/app/_components/search-field";
import { Select } from "@/app/_components/select";
import { type GuestFilter, guestsHref } from "./guest-filter";

type Props = { eventId: string; filter: GuestFilter; departments: readonly string[] };

/** Search and filters as a GET form: what is found has an address, and needs no script. */
export function GuestFilterBar({ eventId, filter, departments }: Props) {
  const isFiltered = Boolean(filter.q || filter.department || filter.checkedIn);
  const listed = departments.includes(filter.department) || !filter.department;
  return (
    <form action={guestsHref(eventId, {})} className="flex flex-wrap items-center gap-2 py-4">
      {filter.status && <input type="hidden" name="status" value={filter.status} />}
      <SearchField
        name="q"
        label="Search by name, e-mail or ticket reference"
        placeholder="Name, e-mail or reference"
        defaultValue={filter.q}
        maxLength={100}
        className="min-w-52 flex-1 basis-64"
      />
      <div className="min-w-44 flex-1 sm:max-w-44">
        <Select name="department" aria-label="Department" defaultValue={filter.department}>
          <option value="">All departments</option>
          {!listed && <option value={filter.department}>{filter.department}</option>}
          {departments.map((department) => (
            <option key={department}>{department}</option>
          ))}
        </Select>
      </div>
      <div className="min-w-32 flex-1 sm:max-w-40">
        <Select name="checkedIn" aria-label="Check-in" defaultValue={filter.checkedIn}>
          <option value="">In or not</option>
          <option value="true">Checked in</option>
          <option value="false">Not yet in</option>
        </Select>
      </div>
      <Button type="submit">Apply</Button>
      {isFiltered && (
        <LinkButton href={guestsHref(eventId, { status: filter.status })} variant="ghost">
          Clear
        </LinkButton>
      )}
    </form>
  );
}
