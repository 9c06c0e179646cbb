import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import type { EventFormState } from "./form-part";

type Props = { state: EventFormState; kind: "new" | "draft" | "public" };

/** A new event is published at once or kept as a draft; an existing one is saved. */
export function EventFormButtons({ state, kind }: Props) {
  if (kind === "new") {
    return (
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <SubmitButton name="intent" value="publish" pendingLabel="Publishing…">
          Publish
        </SubmitButton>
        <SubmitButton name="intent" value="draft" variant="secondary" pendingLabel="Saving…">
          Save as draft
        </SubmitButton>
        <p className="text-meta text-muted-foreground">A draft is seen by its team only.</p>
      </div>
    );
  }
  return (
    <div className="mt-2 flex flex-col gap-4">
      {state.status === "done" && (
        <Notice tone="success" role="status">
          <p>{kind === "draft" ? "Saved." : "Saved. Everybody sees the event as it stands here now."}</p>
        </Notice>
      )}
      <SubmitButton className="self-start" variant={kind === "draft" ? "secondary" : "primary"} pendingLabel="Saving…">
        Save changes
      </SubmitButton>
    </div>
  );
}
