import { Notice } from "@/app/_components/notice";
import { EnterDemoForm } from "./enter-demo-form";

/** The way into the demo, and what it is. */
export function EnterDemo({ token }: { token: string }) {
  return (
    <Notice className="mt-8" title="Only looking around?" action={<EnterDemoForm token={token} />}>
      <p>
        The demo brings made-up people and events, and makes you their administrator. Its accounts have no passwords,
        and its mails stay on this machine for administrators to read. Remove it in the settings with one press; the
        next start shuts its accounts unless <code>TURNOUT_DEMO=1</code> is set.
      </p>
    </Notice>
  );
}
