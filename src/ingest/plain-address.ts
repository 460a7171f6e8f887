/** What is counted and where a reader came from is no part of where an article is. */
const COUNTED = /^(utm_\w+|fbclid|gclid|yclid|from|ref)$/i;

/** An address as one is compared with another. */
export function plainAddress(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  const kept = [...searchParams].filter(([name]) => !COUNTED.test(name));
  const search = kept
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join("&");
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/$/, "")}${search ? `?${search}` : ""}`;
}
