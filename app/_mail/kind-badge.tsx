import { Badge } from "../_components/badge";
import { wordsForKind } from "./kind-words";

/** What kind of mail it is, in a word. */
export function KindBadge({ kind }: { kind: string | null }) {
  const { label, tone } = wordsForKind(kind);
  return <Badge tone={tone}>{label}</Badge>;
}
