/** Address of the page that a Link header calls the next one; null: it names none. */
export function nextPage(header: string | undefined, from: URL): URL | null {
  for (const part of header?.split(/,\s*(?=<)/) ?? []) {
    const [, target, parameters] = /^<([^>]*)>(.*)$/.exec(part.trim()) ?? [];
    if (target !== undefined && /;\s*rel="?next"?(;|$|\s)/i.test(`${parameters};`)) return URL.parse(target, from.href);
  }
  return null;
}
