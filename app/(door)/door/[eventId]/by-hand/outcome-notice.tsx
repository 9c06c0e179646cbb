import { Notice } from "@/app/_components/notice";
import type { FormState } from "@/app/_server/form-state";
import type { ScanResult } from "@/lib/checkin/describe-scans";
import { formatInstant } from "@/lib/events/when";
import { scanWords } from "../../_door/scan-words";

type Props = { state: FormState<ScanResult | null>; timezone: string };

/** What came of a check-in by hand. */
export function OutcomeNotice({ state, timezone }: Props) {
  if (state.status === "idle") return null;
  if (state.status === "refused") {
    return <Notice tone="destructive" role="alert" title={state.errors[0]?.message ?? state.message} />;
  }
  if (!state.result) return null;
  const { verdict, name, department, firstCheckedInAt, firstGate, correctEventTitle } = state.result;
  const { word, tone } = scanWords[verdict];
  const details = [
    department,
    firstCheckedInAt && `in since ${formatInstant(firstCheckedInAt, timezone)}`,
    firstGate,
    correctEventTitle && `the ticket is for ${correctEventTitle}`,
  ];
  const looks = tone === "success" || tone === "warning" ? tone : "destructive";
  return (
    <Notice tone={looks} role="alert" title={[word, name].filter(Boolean).join(": ")}>
      {details.filter(Boolean).join(" · ")}
    </Notice>
  );
}
