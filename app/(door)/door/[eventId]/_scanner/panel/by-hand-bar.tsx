import { buttonStyle } from "@/app/_components/button-style";
import { cn } from "@/app/_components/cn";
import type { LucideIcon } from "@/app/_components/icon-of";
import { Keyboard, UserPlus, UserSearch } from "@/app/_components/icons";

export type ByHand = "name" | "code" | "walk_in";

const ways: { way: ByHand; label: string; Icon: LucideIcon }[] = [
  { way: "name", label: "Find a name", Icon: UserSearch },
  { way: "code", label: "Type a code", Icon: Keyboard },
  { way: "walk_in", label: "Add walk-in", Icon: UserPlus },
];

/** The ways in without a camera. */
export function ByHandBar({ onChoose }: { onChoose: (way: ByHand) => void }) {
  return (
    <div className="grid grid-cols-3 gap-2">
      {ways.map(({ way, label, Icon }) => (
        <button
          key={way}
          type="button"
          onClick={() => onChoose(way)}
          className={cn(
            buttonStyle({}),
            "h-auto min-h-16 flex-col gap-1 px-1 py-2 text-sm whitespace-normal pointer-coarse:h-auto",
          )}
        >
          <Icon aria-hidden className="size-5!" />
          {label}
        </button>
      ))}
    </div>
  );
}
