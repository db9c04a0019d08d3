import type { Page, Route } from 'playwright-core';

/**
 * Takes the first request of this kind in hand; later ones go their way. Playwright's own `times: 1` ends all interception with that
 * request, and one of another kind that is being looked at just then is lost: its page waits for ever.
 */
export async function routeOnce(page: Page, url: string, handle: (route: Route) => Promise<void>): Promise<void> {
  let isFirst = true;
  await page.route(url, async (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    return handle(route);
  });
}
