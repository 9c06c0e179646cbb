type Props = { startsAt: string; endsAt: string; timezone: string };

/** The place for the same time where the reader is, which only the browser knows. */
export function ViewerTime({ startsAt, endsAt, timezone }: Props) {
  return (
    <viewer-time
      class="block text-sm text-muted-foreground empty:hidden"
      data-starts-at={startsAt}
      data-ends-at={endsAt}
      data-timezone={timezone}
    />
  );
}
