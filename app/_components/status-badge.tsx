import type { ReactNode } from "react";
import { Ban, CircleCheck, CircleDot, Clock, Info } from "@/app/_components/icons";
import { Badge, type Tone } from "./badge";

const icons = {
  neutral: CircleDot,
  primary: CircleDot,
  success: CircleCheck,
  warning: Clock,
  destructive: Ban,
  info: Info,
} as const;

type Props = { tone: Tone; icon?: ReactNode; className?: string; children: ReactNode };

/** A state said three ways: icon, word and colour. */
export function StatusBadge({ tone, icon, className, children }: Props) {
  const Icon = icons[tone];
  return (
    <Badge tone={tone} className={className}>
      {icon ?? <Icon aria-hidden strokeWidth={2} />}
      {children}
    </Badge>
  );
}
