import { cva, type VariantProps } from "class-variance-authority";

/** The look of every text-like control. Text is never under 16 px, so phones do not zoom in. */
export const controlStyle = cva(
  [
    "block w-full min-w-0 rounded-md border border-input bg-card text-base text-foreground transition-colors",
    "placeholder:text-muted-foreground hover:border-secondary focus-visible:border-ring focus-visible:outline-offset-0",
    "aria-invalid:border-destructive disabled:bg-muted disabled:text-muted-foreground [&[readonly]]:bg-muted",
  ],
  {
    variants: {
      size: { app: "h-10 px-3 pointer-coarse:h-11", public: "h-12 px-3.5", door: "h-14 px-4 text-lg" },
    },
    defaultVariants: { size: "app" },
  },
);

export type ControlSize = VariantProps<typeof controlStyle>["size"];
