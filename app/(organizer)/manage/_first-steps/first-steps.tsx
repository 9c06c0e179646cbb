import Link from "next/link";
import { Card } from "@/app/_components/card";
import { ArrowRight, CircleCheck, CircleDot } from "@/app/_components/icons";
import type { FirstSteps as Steps } from "@/lib/dashboard/find-first-steps";
import { PutAwayForm } from "./put-away-form";

const steps: readonly { step: keyof Steps; href: string; label: string; why: string }[] = [
  { step: "departments", href: "/manage/departments", label: "Departments", why: "for numbers, and for who may come" },
  { step: "categories", href: "/manage/categories", label: "Categories", why: "nine are there; make them yours" },
  { step: "people", href: "/manage/people", label: "People", why: "invite who organizes with you" },
  { step: "event", href: "/manage/events/new", label: "The first event", why: "a title, a time and a place" },
  { step: "door", href: "/door", label: "The door", why: "a link for the phones that scan tickets" },
];

/** What leads an administrator from an empty product to the first event. */
export function FirstSteps({ done }: { done: Steps }) {
  return (
    <Card title="First steps" action={<PutAwayForm />} className="mb-8">
      <ol className="divide-y divide-border">
        {steps.map(({ step, href, label, why }) => (
          <li key={step}>
            <Link href={href} className="group flex min-h-12 items-center gap-3 py-2 text-sm">
              {done[step] ? (
                <CircleCheck aria-hidden className="size-5 shrink-0 text-success" strokeWidth={1.75} />
              ) : (
                <CircleDot aria-hidden className="size-5 shrink-0 text-muted-foreground" strokeWidth={1.75} />
              )}
              <span className="min-w-0 flex-1">
                <span className="font-medium text-foreground group-hover:underline">{label}</span>
                <span className="sr-only">{done[step] ? " (done)" : " (to do)"}</span>
                <span className="text-secondary"> – {why}</span>
              </span>
              <ArrowRight aria-hidden className="size-4 shrink-0 text-muted-foreground rtl:rotate-180" />
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}
