/** Where people read what becomes of what they enter; nothing while nobody has written that. */
export function PrivacyLine({ url, className }: { url: string | null; className?: string }) {
  if (!url) return null;
  return (
    <p className={className ?? "text-meta text-muted-foreground"}>
      What becomes of your data:{" "}
      <a className="text-primary underline underline-offset-2" href={url}>
        privacy notice
      </a>
      .
    </p>
  );
}
