import { type ChannelFormats, type FigureBasis, chooseBasis, engagement, shareRate, sharesPerLike, usualFigure } from '@portee/shared';
import type { AnalysedPost, SpanHead } from './analysed-post.js';

/** What usual reach rates ask of a post. */
export type ReachPost = Pick<AnalysedPost, 'ineligible' | 'paid' | 'reach' | 'reachOrganic' | 'followers'>;
/** The same with what people did with it. */
export type AnsweredPost = ReachPost & Pick<AnalysedPost, 'likes' | 'comments' | 'shares' | 'clicks'>;

type GroupFigures = Omit<ChannelFormats['formats'][number], 'format'>;
type SlotFigure = Pick<GroupFigures, 'organic' | 'paid' | 'unknown'>;

/** A span as every answer begins with it. */
export function headOf({ channel, since, until, cutAt, seams }: SpanHead, basis: FigureBasis) {
  return { channelId: channel.id, timeZone: channel.timeZone, since, until, cutAt, seams: [...seams], basis };
}

/** Of which posts a span's usual rates are made; the same for all its groups, so that they compare. */
export function basisOf(posts: readonly ReachPost[]): FigureBasis {
  const counted = posts.filter(counts);
  return chooseBasis({ organic: counted.filter(({ paid }) => paid === false).length, unknown: counted.filter(({ paid }) => paid === null).length });
}

/** Usual reach rate of the posts of the basis; pushed and unknown ones counted beside it. */
export function slotFigure(posts: readonly ReachPost[], basis: FigureBasis): SlotFigure {
  const counted = posts.filter(counts);
  return { organic: usualFigure(counted, basis), paid: counted.filter(({ paid }) => paid === true).length, unknown: counted.filter(({ paid }) => paid === null).length };
}

/** How far a group of posts goes, and what is done with it: every post counts there, young ones included; deleted ones and stories are left out before. */
export function groupFigures(posts: readonly AnsweredPost[], basis: FigureBasis): GroupFigures {
  return { posts: posts.length, ...slotFigure(posts, basis), sharing: sharesPerLike(posts), shareRate: shareRate(posts), engagement: engagement(posts) };
}

/** Posts that are looked at: deleted ones are gone, stories are looked at apart. */
export function shownPosts<P extends Pick<AnalysedPost, 'ineligible'>>(posts: readonly P[]): P[] {
  return posts.filter(({ ineligible }) => ineligible !== 'deleted' && ineligible !== 'story');
}

function counts({ ineligible }: ReachPost): boolean {
  return ineligible === null;
}
