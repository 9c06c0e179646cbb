"use client";

import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = { trigger: ReactNode; align?: "start" | "end"; children: ReactNode };

/** Further actions on one thing, behind a button; fill it with DropdownMenuItem. */
export function DropdownMenu({ trigger, align = "end", children }: Props) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={16}
          className="z-50 min-w-52 animate-enter rounded-lg border border-border bg-card p-1.5 text-sm text-foreground shadow-float outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ItemProps = {
  icon?: ReactNode;
  tone?: "plain" | "destructive";
  children: ReactNode;
} & ({ href: string; onSelect?: undefined } | { href?: undefined; onSelect: () => void });

/** One line of a DropdownMenu: a link or an act. */
export function DropdownMenuItem({ icon, tone = "plain", href, onSelect, children }: ItemProps) {
  const className = cn(
    "flex min-h-10 cursor-pointer items-center gap-2.5 rounded-md px-3 outline-none data-highlighted:bg-muted pointer-coarse:min-h-11 [&_svg]:size-4",
    tone === "destructive" && "text-destructive data-highlighted:bg-destructive-soft",
  );
  if (href !== undefined) {
    return (
      <Radix.Item asChild>
        <Link href={href} className={className}>
          {icon}
          {children}
        </Link>
      </Radix.Item>
    );
  }
  return (
    <Radix.Item onSelect={onSelect} className={className}>
      {icon}
      {children}
    </Radix.Item>
  );
}
