import { LinkButton } from "@/app/_components/link-button";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import type { AccessLinkState } from "@/lib/access/find-access-link";

type Props = { state: Exclude<AccessLinkState["state"], "works">; remedy: string };

const titles = {
  used: "This link was used already",
  expired: "This link’s time is over",
  unknown: "This link does not work",
} as const;

/** The page of a link that lets nobody in any more, and what helps. */
export function LinkOver({ state, remedy }: Props) {
  const hint = state === "unknown" ? "Look whether all of it was copied; or it was replaced by a newer one. " : "";
  return (
    <PageFrame width="form">
      <PageHeader title={titles[state]} description={hint + remedy} />
      <LinkButton href="/sign-in" variant="primary" size="public">
        Sign in
      </LinkButton>
    </PageFrame>
  );
}
