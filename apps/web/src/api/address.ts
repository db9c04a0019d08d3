/** The address of a path under `/api/v1`, also for what the browser fetches itself: a download. */
export function addressOf(path: string): string {
  return `/api/v1/${path}`;
}

/** What every request says of itself. */
export function headersOf(language: string): Record<string, string> {
  return { 'accept': 'application/json, application/problem+json', 'accept-language': language };
}
