import type { ReactNode } from "react";
import { cn } from "./cn";

const style = [
  "max-w-measure text-base text-foreground [&>*+*]:mt-4 [&>:first-child]:mt-0",
  "[&_h1]:text-xl [&_h2]:text-lg [&_:is(h1,h2,h3,h4)]:mt-8 [&_:is(h1,h2,h3,h4)]:font-semibold [&_:is(h1,h2,h3,h4)+*]:mt-2",
  "[&_a]:text-primary [&_a]:underline [&_a]:underline-offset-2 [&_a:hover]:text-primary-hover",
  "[&_ul]:list-disc [&_ol]:list-decimal [&_:is(ul,ol)]:ps-5 [&_li+li]:mt-1 [&_li]:marker:text-muted-foreground",
  "[&_blockquote]:border-s-2 [&_blockquote]:border-primary [&_blockquote]:ps-4 [&_blockquote]:text-secondary",
  "[&_code]:rounded-sm [&_code]:bg-muted [&_code]:px-1 [&_code]:font-mono [&_code]:text-[0.9em]",
  "[&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-muted [&_pre]:p-4 [&_pre_code]:p-0 [&_hr]:border-border",
  "[&_table]:block [&_table]:overflow-x-auto [&_:is(td,th)]:border [&_:is(td,th)]:border-border [&_:is(td,th)]:px-3 [&_:is(td,th)]:py-1.5 [&_th]:text-start",
  "[&_img]:max-w-full [&_img]:rounded-md",
];

type Props = { className?: string } & ({ children: ReactNode } | { html: string });

/** Running text in the house's hand. `html` must have been sanitised. */
export function Prose({ className, ...content }: Props) {
  if ("children" in content) return <div className={cn(style, className)}>{content.children}</div>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place for HTML that a sanitiser made
  return <div className={cn(style, className)} dangerouslySetInnerHTML={{ __html: content.html }} />;
}
