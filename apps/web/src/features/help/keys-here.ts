/** The page behind the help: its path under the organisation's, and whether it shows a month. */
export interface Here { path: string; hasMonth: boolean }
export interface KeyedAct { keys: readonly string[]; act: 'search' | 'help' | 'month' | 'tabs' | 'entries' | 'move' | 'place' | 'found' | 'sort' }

const OF_PAGES: Record<string, readonly KeyedAct[]> = {
  '/canaux': [{ keys: ['Enter'], act: 'sort' }],
  '/publications': [{ keys: ['Enter'], act: 'sort' }],
  '/jours-et-heures': [{ keys: ['←', '→'], act: 'tabs' }],
  '/partages': [{ keys: ['←', '→'], act: 'tabs' }],
  '/plan': [{ keys: ['←', '→', '↑', '↓'], act: 'entries' }, { keys: ['Alt', '← → ↑ ↓'], act: 'move' }, { keys: ['Enter'], act: 'place' }],
  '/chercher': [{ keys: ['↓', '↑'], act: 'found' }],
};

/** The keys that do something on a page, and nowhere else. */
export function keysHere({ path, hasMonth }: Here): readonly KeyedAct[] {
  return [...(hasMonth ? [{ keys: ['←', '→'], act: 'month' } as const] : []), ...(OF_PAGES[path] ?? [])];
}
