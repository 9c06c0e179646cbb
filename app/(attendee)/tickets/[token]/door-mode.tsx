import { Button } from "@/app/_components/button";
import { Maximize2, Sun, X } from "@/app/_components/icons";
import { spaceReference } from "../../space-reference";

type Props = { name: string; reference: string };

/**
 * The ticket's code over the whole screen, black on white in every theme. The script moves a copy
 * of the code there.
 */
export function DoorMode({ name, reference }: Props) {
  return (
    <door-mode class="hidden scripted:block print:hidden">
      <Button data-open="" variant="primary" size="public" wide>
        <Maximize2 aria-hidden />
        Show at the door
      </Button>
      <dialog
        aria-label="Ticket for the door"
        className="m-0 h-dvh max-h-none w-dvw max-w-none bg-white text-black [color-scheme:light] open:flex open:flex-col"
      >
        <form method="dialog" className="flex justify-end p-3">
          <button
            type="submit"
            className="inline-flex min-h-12 items-center gap-2 rounded-md border border-black/40 px-4 text-base font-medium"
          >
            <X aria-hidden className="size-5" />
            Close
          </button>
        </form>
        <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-3 px-4 pb-8 text-center">
          <div
            data-code=""
            className="aspect-square min-h-0 w-full max-w-[min(92vw,62dvh)] *:w-full *:rounded-none *:ring-0"
          />
          <p className="max-w-full text-xl font-semibold">
            <bdi>{name}</bdi>
          </p>
          <p className="font-mono text-lg tracking-wider">{spaceReference(reference)}</p>
          <p className="flex items-center gap-2 text-sm">
            <Sun aria-hidden className="size-5" strokeWidth={1.5} />
            Turn the brightness up if it does not scan.
          </p>
        </div>
      </dialog>
    </door-mode>
  );
}
