import type { Post } from '@portee/shared';
import { useState } from 'react';

/** Posts chosen to act upon together. */
export interface Selection {
  /** In the order of the list; posts that it no longer shows are not among them. */
  posts: readonly Post[];
  has: (post: Post) => boolean;
  toggle: (post: Post) => void;
  /** Chooses all that are shown, or none where all are chosen. */
  toggleAll: () => void;
  clear: () => void;
}

/** Chosen among the posts shown; another list (`of`) begins with none chosen, another order of the same keeps them. */
export function useSelection(shown: readonly Post[], of: string): Selection {
  const [kept, keep] = useState<{ of: string; ids: ReadonlySet<string> }>({ of, ids: new Set() });
  const ids = kept.of === of ? kept.ids : new Set<string>();
  const posts = shown.filter(({ id }) => ids.has(id));
  const choose = (chosen: readonly string[]): void => { keep({ of, ids: new Set(chosen) }); };
  return {
    posts,
    has: ({ id }) => ids.has(id),
    toggle: ({ id }) => { choose(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id]); },
    toggleAll: () => { choose(posts.length === shown.length ? [] : shown.map(({ id }) => id)); },
    clear: () => { choose([]); },
  };
}
