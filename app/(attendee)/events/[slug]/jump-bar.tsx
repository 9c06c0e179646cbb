import { buttonStyle } from "@/app/_components/button-style";

type Props = { target: string; state: string };

/**
 * The way to the form under the thumb on a phone. Shown by the script alone, which knows where the
 * form is.
 */
export function JumpBar({ target, state }: Props) {
  return (
    <jump-bar
      hidden
      data-target={target}
      data-state={state}
      class="fixed inset-x-0 bottom-0 z-20 block border-t border-border bg-card p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] transition-transform data-away:invisible data-away:translate-y-full lg:hidden print:hidden [&[hidden]]:hidden"
    >
      <a href={`#${target}`} className={buttonStyle({ variant: "primary", size: "public", wide: true })}>
        Register
      </a>
    </jump-bar>
  );
}
