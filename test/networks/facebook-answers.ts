import { openPage, openPageEdge, requireInsights, requireUserContent } from './facebook-access.js';
import { pageFields, pageInsights } from './facebook-page-node.js';
import { type FacebookWorld, findPost, type FoundPost, type PlayedPage, postId, videoId } from './facebook-pages.js';
import { postInsights } from './facebook-post-insights.js';
import { listPosts, postFields } from './facebook-posts.js';
import { commentsUnder } from './commenters.js';
import { gone, GraphError, unknownPath } from './graph-errors.js';
import { parseFields, renderNode } from './graph-fields.js';
import type { Caller } from './graph-limits.js';
import { cursorPage } from './graph-paging.js';
import { type GraphAsk, graphTime, readList } from './graph-request.js';
import { figuresAt } from './invented-posts.js';
import { accountOfPath, answerInstagram } from './instagram-nodes.js';
import type { MetaToken } from './meta-tokens.js';

/** Whose limit a call counts against: the Instagram account's, the Page's, or the application's where a person's token is used. */
export function callerOf(world: FacebookWorld, ask: GraphAsk, token: MetaToken): Caller {
  const account = accountOfPath(world.instagram, ask.path);
  if (account) return { type: 'instagram', id: account.id };
  if (token.kind === 'page') return { type: 'pages', id: token.ownerId };
  return token.kind === 'system-user' ? { type: 'pages', id: (ask.path[0] ?? '').split('_')[0] ?? '' } : { type: 'app', id: 'app' };
}

/** The answer to a path of the Graph that needs a token. @throws GraphError */
export function answerNode(world: FacebookWorld, ask: GraphAsk, token: MetaToken): unknown {
  const [id = '', edge] = ask.path;
  if (id === 'me') return answerMe(world, ask, token);
  if (accountOfPath(world.instagram, ask.path)) return answerInstagram(world.instagram, ask, instagramAccess(world, token));
  if (world.pages.some((page) => page.id === id)) return answerPage(world, ask, token);
  const found = findPost(world, id);
  if (!found) throw gone(id);
  return found.as === 'video' && edge === 'video_insights' ? videoInsights(world, ask, { found, token }) : answerPost(world, ask, { found, token });
}

function answerMe(world: FacebookWorld, ask: GraphAsk, token: MetaToken): unknown {
  const [, edge] = ask.path;
  if (token.kind === 'page') return answerNode(world, { ...ask, path: [token.ownerId, ...ask.path.slice(1)] }, token);
  switch (edge) {
    case undefined: return { id: world.person.id, name: world.person.name };
    case 'accounts': return listPages(world, ask, token);
    case 'permissions': return permissions(world, ask, token);
    default: throw unknownPath(`me/${edge}`);
  }
}

/** Pages that the person ticked; nothing, and no error, without the permission to list them. */
function listPages(world: FacebookWorld, ask: GraphAsk, token: MetaToken): unknown {
  const fields = parseFields(ask.params.get('fields') ?? 'access_token,category,category_list,name,id,tasks');
  const mayList = world.tokens.livingScopes(token).includes('pages_show_list');
  const items = mayList ? world.pages.filter(({ isDeleted, isTicked }) => !isDeleted && isTicked) : [];
  return cursorPage(ask, { items, idOf: ({ id }) => id, render: (page) => renderNode('Page', pageFields(world, page, token), fields), url: world.url() });
}

function permissions(world: FacebookWorld, ask: GraphAsk, token: MetaToken): unknown {
  if (ask.method !== 'DELETE') return { data: world.tokens.livingScopes(token).map((permission) => ({ permission, status: 'granted' })) };
  world.tokens.killAll(458, ['short-user', 'long-user', 'page']);
  return { success: true };
}

function answerPage(world: FacebookWorld, ask: GraphAsk, token: MetaToken): unknown {
  const [id = '', edge] = ask.path;
  switch (edge) {
    case undefined: {
      const { tasks: _, ...fields } = pageFields(world, openPage(world, token, id), token);
      return renderNode('Page', fields, parseFields(ask.params.get('fields') ?? 'id,name'));
    }
    case 'insights': return pageInsights(world, ask, { token, page: openPageEdge(world, token, id) });
    case 'posts': case 'published_posts': case 'feed': return listPosts(world, ask, token);
    case 'stories': return openPageEdge(world, token, id) && { data: [] };
    default: throw unknownPath(ask.path.join('/'));
  }
}

interface ReadFound {
  found: FoundPost;
  token: MetaToken;
}

function answerPost(world: FacebookWorld, ask: GraphAsk, { found, token }: ReadFound): unknown {
  const { post, as } = found;
  const [id = '', edge] = ask.path;
  const page = openPageEdge(world, token, found.page.id);
  switch (edge) {
    case undefined: return renderNode('PagePost', postFields(world, { page, post, token }), parseFields(ask.params.get('fields') ?? 'id,created_time,message'));
    case 'insights':
      if (as !== 'post') throw gone(id);
      requireInsights(world, token, page);
      return { data: postInsights(world, { page, post, id: postId(page, post) }, insightsAsk(ask, 'post')) };
    case 'comments': return comments(world, { found, token });
    default: throw unknownPath(ask.path.join('/'));
  }
}

function insightsAsk({ params }: GraphAsk, of: 'post' | 'video') {
  return { metrics: readList(params.get('metric')), breakdowns: readList(params.get('breakdown')), period: params.get('period'), of };
}

function videoInsights(world: FacebookWorld, ask: GraphAsk, { found, token }: ReadFound): unknown {
  const { post } = found;
  const page = openPageEdge(world, token, found.page.id);
  requireInsights(world, token, page);
  if (post.kind !== 'video') throw new GraphError({ code: 100, message: `(#100) Tried accessing nonexisting field (video_insights) on node type (Photo)` });
  return { data: postInsights(world, { page, post, id: videoId(page, post) }, insightsAsk(ask, 'video')) };
}

function comments(world: FacebookWorld, { found: { post }, token }: ReadFound): unknown {
  requireUserContent(world, token);
  const written = commentsUnder(post, Math.max(1, figuresAt(post, world.now()).comments));
  return { data: written.map(({ index, name, said, at }) => ({ id: `${post.number}_${index}`, created_time: graphTime(at), from: { id: `10158${index}`, name }, message: said })) };
}

/** Instagram through the door of Facebook: the accounts of the Pages this token may open. */
function instagramAccess(world: FacebookWorld, token: MetaToken) {
  const mayOpen = ({ id, isDeleted, isTicked }: PlayedPage) => !isDeleted && isTicked && (token.kind !== 'page' || token.ownerId === id);
  return {
    canRead: (account: { id: string }) => world.pages.some((page) => page.instagram?.id === account.id && mayOpen(page)),
    requireBasic: () => {
      world.tokens.requireScope(token, 'instagram_basic');
      world.tokens.requireScope(token, 'pages_read_engagement');
    },
    requireInsights: () => {
      world.tokens.requireScope(token, 'instagram_manage_insights');
      world.tokens.requireDataAccess(token);
    },
  };
}
