/** Where a stored picture is served. */
export function pictureUrl(id: string): string {
  return `/pictures/${id}`;
}
