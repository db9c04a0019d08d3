import { openPageEdge, requireInsights, requireUserContent } from './facebook-access.js';
import { bareId, type FacebookWorld, livingPosts, type PlayedPage, postId, videoId } from './facebook-pages.js';
import { postInsights } from './facebook-post-insights.js';
import { tooMuchData } from './graph-errors.js';
import { type AskedField, type NodeFields, parseFields, pickFields, renderNode } from './graph-fields.js';
import { cursorPage, readLimit } from './graph-paging.js';
import { type GraphAsk, graphTime, readInstant, readList } from './graph-request.js';
import { commentsUnder } from './commenters.js';
import { type InventedPost, figuresAt } from './invented-posts.js';
import type { MetaToken } from './meta-tokens.js';

/** Above it, posts with their insights are too much for one answer. */
const MOST_WITH_INSIGHTS = 25;
const UNSAID_FIELDS = 'id,created_time,message';
const STATUS: Record<InventedPost['kind'], string> = { photo: 'added_photos', video: 'added_video', link: 'shared_story', text: 'mobile_status_update' };

/** A post, the Page it is on and who reads it. */
export interface ReadPost {
  page: PlayedPage;
  post: InventedPost;
  token: MetaToken;
}

/** The posts of a Page, newest first. One bad metric or missing permission in an expansion, and the whole list is refused. */
export function listPosts(world: FacebookWorld, ask: GraphAsk, token: MetaToken): unknown {
  const page = openPageEdge(world, token, ask.path[0] ?? '');
  const fields = parseFields(ask.params.get('fields') ?? UNSAID_FIELDS);
  const isLarge = readLimit(ask.params) > MOST_WITH_INSIGHTS && fields.some(({ name }) => name === 'insights');
  if (isLarge && world.quirks.refusesLargeAnswers) throw tooMuchData();
  const since = readInstant(ask.params, 'since');
  const until = readInstant(ask.params, 'until');
  const items = livingPosts(world, page).filter(({ publishedAt }) => (!since || publishedAt >= since) && (!until || publishedAt < until));
  const render = (post: InventedPost) => renderNode('PagePost', postFields(world, { page, post, token }), fields);
  return cursorPage(ask, { items, idOf: (post) => postId(page, post), render, url: world.url() });
}

/** What may be asked of a post. */
export function postFields(world: FacebookWorld, read: ReadPost): NodeFields {
  const { page, post } = read;
  const figures = figuresAt(post, world.now());
  const isBare = world.quirks.hasBareIds && post.kind === 'photo' && post.number % 5 === 0;
  return {
    ...wordsOf(read),
    id: () => (isBare ? bareId(page, post) : postId(page, post)),
    shares: () => (figures.shares > 0 ? { count: figures.shares } : undefined),
    attachments: ({ fields }) => attachmentsOf(read, fields),
    comments: (asked) => peopleOf(world, read, { asked, count: figures.comments, as: 'comments' }),
    reactions: (asked) => peopleOf(world, read, { asked, count: figures.likes, as: 'reactions' }),
    likes: (asked) => peopleOf(world, read, { asked, count: figures.likes, as: 'reactions' }),
    insights: (asked) => expandedInsights(world, read, asked),
  };
}

function wordsOf({ page, post }: ReadPost): NodeFields {
  const kind = post.kind === 'video' ? 'reel' : 'posts';
  return {
    created_time: () => graphTime(post.publishedAt),
    updated_time: () => graphTime(post.publishedAt),
    status_type: () => STATUS[post.kind],
    permalink_url: () => `https://www.facebook.com/${page.id}/${kind}/${bareId(page, post)}`,
    message: () => (post.text === '' ? undefined : post.text),
    story: () => undefined,
    from: () => ({ id: page.id, name: page.name }),
    full_picture: () => (post.kind === 'text' ? undefined : `https://cdn.example/${post.number}.jpg`),
    is_published: () => true,
    is_hidden: () => false,
    is_expired: () => false,
    is_popular: () => false,
    is_eligible_for_promotion: () => true,
    promotion_status: () => (post.number % 7 === 0 ? 'finished' : 'inactive'),
    parent_id: () => undefined,
  };
}

function attachmentsOf({ page, post }: ReadPost, fields: readonly AskedField[]): unknown {
  if (post.kind === 'text') return undefined;
  const type = { photo: 'photo', video: 'video_inline', link: 'share' }[post.kind];
  const target = { id: post.kind === 'video' ? videoId(page, post) : bareId(page, post), url: `https://www.facebook.com/${bareId(page, post)}` };
  return { data: [pickFields({ media_type: post.kind, type, title: post.text.slice(0, 40), description: post.text, url: target.url, target }, fields)] };
}

/** Comments or reactions: counted when a summary is asked for, and the people themselves unless `limit(0)` spares them. */
function peopleOf(world: FacebookWorld, { post, token }: ReadPost, { asked, count, as }: { asked: AskedField; count: number; as: 'comments' | 'reactions' }): unknown {
  requireUserContent(world, token);
  const isSpared = asked.modifiers.get('limit') === '0' && !world.quirks.showsNames;
  const data = isSpared ? [] : commentsUnder(post, Math.max(count, world.quirks.showsNames ? 3 : 0)).map((person) => {
    const from = { id: `10158${person.index}`, name: person.name };
    return as === 'comments' ? { id: `${post.number}_${person.index}`, created_time: graphTime(person.at), from, message: person.said } : { ...from, type: 'LIKE' };
  });
  if (!asked.modifiers.has('summary')) return { data };
  return { data, summary: as === 'comments' ? { order: 'ranked', total_count: count, can_comment: true } : { total_count: count } };
}

function expandedInsights(world: FacebookWorld, { page, post, token }: ReadPost, { modifiers }: AskedField): unknown {
  requireInsights(world, token, page);
  const ask = { metrics: readList(modifiers.get('metric')), breakdowns: readList(modifiers.get('breakdown')), period: modifiers.get('period') ?? null, of: 'post' } as const;
  const data = postInsights(world, { page, post, id: postId(page, post) }, ask);
  const address = `${world.url()}/v26.0/${postId(page, post)}/insights?metric=${ask.metrics.join(',')}`;
  return { data, paging: { previous: `${address}&until=1`, next: `${address}&since=1` } };
}
