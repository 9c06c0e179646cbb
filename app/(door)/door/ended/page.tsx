import type { Metadata } from "next";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkButton } from "@/app/_components/link-button";
import { PageFrame } from "@/app/_components/page-frame";

export const metadata: Metadata = { title: "Door closed", robots: { index: false } };

/** Where a phone lands whose link was revoked or has expired. */
export default function DoorEndedPage() {
  return (
    <PageFrame width="form" className="max-w-md">
      <main>
        <EmptyState
          level={1}
          title="This door link has ended"
          action={
            <LinkButton href="/sign-in?next=/door" variant="secondary">
              Sign in instead
            </LinkButton>
          }
        >
          It was revoked, or its time is over. Ask the organizer for a new one. Scans that this phone has sent are kept.
        </EmptyState>
      </main>
    </PageFrame>
  );
}
