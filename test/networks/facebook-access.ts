import { type FacebookWorld, type PlayedPage, requirePage } from './facebook-pages.js';
import { gone, missingPermission, pageTokenNeeded } from './graph-errors.js';
import type { MetaToken } from './meta-tokens.js';

/**
 * A Page that this token may read the fields of.
 * @throws GraphError 100/33 when it is gone or was not ticked, 10 when the token is of another Page
 */
export function openPage(world: FacebookWorld, token: MetaToken, id: string): PlayedPage {
  const page = requirePage(world, id);
  if (!page.isTicked) throw gone(id);
  if (token.kind === 'page' && token.ownerId !== id) throw missingPermission('pages_read_engagement', 10);
  world.tokens.requireScope(token, 'pages_read_engagement');
  return page;
}

/** A Page whose posts may be read: a person's own token is not enough. */
export function openPageEdge(world: FacebookWorld, token: MetaToken, id: string): PlayedPage {
  const page = openPage(world, token, id);
  if (token.kind === 'short-user' || token.kind === 'long-user') throw pageTokenNeeded();
  return page;
}

/** @throws GraphError when scope, task or the person's ninety days are missing */
export function requireInsights(world: FacebookWorld, token: MetaToken, page: PlayedPage): void {
  world.tokens.requireScope(token, 'read_insights');
  world.tokens.requireDataAccess(token);
  if (!page.tasks.includes('ANALYZE')) throw missingPermission('ANALYZE', 200);
}

/** Comments and reactions of people, even counted, are "user content". */
export function requireUserContent(world: FacebookWorld, token: MetaToken): void {
  if (world.quirks.summariesNeedUserContent) world.tokens.requireScope(token, 'pages_read_user_content');
}
