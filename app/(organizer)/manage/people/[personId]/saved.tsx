import { Notice } from "@/app/_components/notice";
import type { FormState } from "@/app/_server/form-state";

/** Says that a form was saved. */
export function Saved({ state }: { state: FormState<unknown> }) {
  if (state.status !== "done") return null;
  return (
    <Notice tone="success" role="status">
      Saved.
    </Notice>
  );
}
