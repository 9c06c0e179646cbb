import type { ReactNode } from "react";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "@/app/_components/icons";
import { cn } from "./cn";

const looks = {
  info: { box: "bg-info-soft", icon: "text-info", Icon: Info },
  success: { box: "bg-success-soft", icon: "text-success", Icon: CircleCheck },
  warning: { box: "bg-warning-soft", icon: "text-warning", Icon: TriangleAlert },
  destructive: { box: "bg-destructive-soft", icon: "text-destructive", Icon: CircleAlert },
} as const;

type Props = {
  tone?: keyof typeof looks;
  title?: ReactNode;
  action?: ReactNode;
  role?: "status" | "alert";
  className?: string;
  children?: ReactNode;
};

/** Something to know about this page. Give it `role="status"` only when it answers what the person just did. */
export function Notice({ tone = "info", title, action, role, className, children }: Props) {
  const { box, icon, Icon } = looks[tone];
  return (
    <div
      role={role}
      className={cn(
        "flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-transparent p-4 text-sm",
        box,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <Icon aria-hidden className={cn("size-5 shrink-0", icon)} strokeWidth={1.75} />
        <div className="min-w-0 text-foreground">
          {title && <p className="font-semibold">{title}</p>}
          {children}
        </div>
      </div>
      {action}
    </div>
  );
}
