const maxTags = 10_000;

/** When each tag was last invalidated, counted; bounded, because a forgotten tag counts as invalidated with the last one forgotten. */
export function createTagVersions() {
  const versions = new Map<string, number>();
  let latest = 0;
  let floor = 0;

  return {
    latest: () => latest,
    /** The latest invalidation of any of these tags. */
    of: (tags: string[]) => Math.max(floor, ...tags.map((tag) => versions.get(tag) ?? floor)),
    raise(tags: string[]): void {
      latest += 1;
      for (const tag of tags) {
        versions.delete(tag);
        versions.set(tag, latest);
      }
      for (const [tag, version] of versions) {
        if (versions.size <= maxTags) break;
        floor = Math.max(floor, version);
        versions.delete(tag);
      }
    },
    raiseAll(): void {
      latest += 1;
      floor = latest;
      versions.clear();
    },
  };
}
