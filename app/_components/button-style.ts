import { cva, type VariantProps } from "class-variance-authority";

/** The look of buttons and of links that act as buttons. At most one `primary` in a view. */
export const buttonStyle = cva(
  [
    "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md border border-transparent font-medium no-underline",
    "transition-[background-color,border-color,color,scale] active:scale-[0.985]",
    "disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground hover:bg-primary-hover",
        secondary: "border-input bg-card text-foreground hover:bg-muted",
        ghost: "text-secondary hover:bg-primary-soft hover:text-foreground",
        destructive: "bg-destructive text-destructive-foreground hover:bg-destructive-hover",
        "destructive-quiet": "border-input bg-card text-destructive hover:border-destructive hover:bg-destructive-soft",
      },
      size: {
        app: "h-10 px-4 text-sm pointer-coarse:h-11",
        public: "h-12 px-5 text-base",
        door: "h-14 px-6 text-lg [&_svg]:size-5",
        icon: "size-10 p-0 pointer-coarse:size-11 [&_svg]:size-5",
      },
      wide: { true: "w-full" },
    },
    defaultVariants: { variant: "secondary", size: "app" },
  },
);

export type ButtonStyle = VariantProps<typeof buttonStyle>;
