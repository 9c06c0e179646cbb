import { Undo2 } from "lucide-react";
import { Notice } from "./notice";
import { SubmitButton } from "./submit-button";

type Props = {
  message: string;
  action: (form: FormData) => void | Promise<void>;
  fields: Readonly<Record<string, string>>;
  undoLabel?: string;
};

/** Says what has just been done and takes it back with one plain form button; needs no script. */
export function UndoNotice({ message, action, fields, undoLabel = "Undo" }: Props) {
  return (
    <Notice
      tone="success"
      role="status"
      action={
        <form action={action}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton variant="secondary">
            <Undo2 aria-hidden />
            {undoLabel}
          </SubmitButton>
        </form>
      }
    >
      <p>{message}</p>
    </Notice>
  );
}
