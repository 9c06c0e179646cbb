import type { Metadata } from "next";
import { Button } from "./_components/button";
import { LinkButton } from "./_components/link-button";
import { LostPage } from "./_components/lost-page";
import { SearchField } from "./_components/search-field";
import { getBrand } from "./_server/brand";

export const metadata: Metadata = { title: "Nothing here" };

export default async function NotFound() {
  return (
    <LostPage
      brand={await getBrand()}
      title="Nothing here"
      actions={
        <form action="/events" method="get" className="flex w-full flex-wrap gap-2">
          <SearchField name="q" label="Search events" placeholder="Search events" className="flex-1 basis-56" />
          <Button type="submit" variant="primary">
            Search
          </Button>
          <LinkButton href="/events" variant="ghost" className="max-sm:-ms-4">
            All events
          </LinkButton>
        </form>
      }
    >
      <p>
        The address may have a slip in it, or the page is for other people. If the link came by mail, open it from there
        again.
      </p>
    </LostPage>
  );
}
