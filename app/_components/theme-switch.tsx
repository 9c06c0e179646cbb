import { Monitor, Moon, Sun } from "@/app/_components/icons";
import { cn } from "./cn";
import type { Theme } from "./theme";

const choices = [
  { value: "system", label: "System", Icon: Monitor },
  { value: "light", label: "Light", Icon: Sun },
  { value: "dark", label: "Dark", Icon: Moon },
] as const;

export type ThemeControl = { theme: Theme; action: (form: FormData) => Promise<void> };

/** System, light or dark; a plain form, so it needs no script. The action stores the posted `theme`. */
export function ThemeSwitch({ theme, action, className }: ThemeControl & { className?: string }) {
  return (
    <form
      action={action}
      data-theme-switch=""
      className={cn("flex rounded-md border border-border bg-muted p-0.5", className)}
    >
      <fieldset className="contents">
        <legend className="sr-only">Colours</legend>
        {choices.map(({ value, label, Icon }) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-pressed={theme === value}
            className="flex min-h-9 flex-1 items-center justify-center gap-1.5 rounded-sm border border-transparent px-2 text-xs font-medium text-secondary transition-colors hover:text-foreground aria-pressed:border-border aria-pressed:bg-card aria-pressed:text-foreground pointer-coarse:min-h-11"
          >
            <Icon aria-hidden className="size-4" strokeWidth={1.5} />
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
