import { isAt } from './early-paths.js';

const NAMES = [':place/channels', 'networks'];
const MONTH = [':place/reports/:month'];
const ADVICE = [':place/recommendations/outlook', ':place/plan/tested', ':place/plan/decisions', ':place/plan/experiments'];

/**
 * What a page shows first, by its path in `pages.ts`, as paths under `/api/v1`: asked for while the page itself is on its way. `:place` is the
 * organisation, `:month` the month of the address or the one shown without it. One that a page does not ask for is asked for nothing; one that is
 * missing only comes later.
 */
export const earlyAsks: Readonly<Record<string, readonly string[]>> = {
  '': MONTH, 'rapport': MONTH, 'rapport/revue': MONTH, 'canaux': MONTH,
  'publications': NAMES, 'partages': NAMES, 'donnees': NAMES,
  'jours-et-heures': [...NAMES, ':place/recommendations/outlook'],
  'plan': [...NAMES, ...ADVICE, ':place/plan/lines', ':place/plan/appointments', ':place/plan/objectives'],
};

export function asksOf(pathname: string): readonly string[] {
  return Object.entries(earlyAsks).find(([path]) => isAt(path, pathname))?.[1] ?? [];
}
