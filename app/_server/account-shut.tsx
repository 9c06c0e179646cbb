import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";

/**
 * What somebody reads whose link would let them in, if an administrator had not shut their account.
 */
export function AccountShut() {
  return (
    <PageFrame width="form">
      <PageHeader
        title="This account is shut"
        description="An administrator has disabled it. If that is a mistake, ask them to enable it again; the link works then."
      />
    </PageFrame>
  );
}
