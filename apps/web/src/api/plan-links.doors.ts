import type { HandLink, LinkPost } from '@portee/shared';
import { send } from './client.js';
import { organisationPath } from './organisation.queries.js';

/** What one says of which plan a published post fills. */
export interface LinkDoors {
  /** Refused where something else was said of it than that of the version. */
  say: (postId: string, said: LinkPost) => Promise<HandLink>;
  /** What was said of it is forgotten: it is as found again. */
  takeBack: (postId: string, version: number) => Promise<null>;
}

export function linkDoors(slug: string): LinkDoors {
  const path = (postId: string): string => organisationPath(slug, `/plan/links/${encodeURIComponent(postId)}`);
  return {
    say: (postId, body) => send('PUT', path(postId), { answer: 'handLink', body }),
    takeBack: (postId, version) => send('DELETE', `${path(postId)}?version=${version}`, { answer: 'nothing' }),
  };
}
