import { type ChannelOutlook, postFormats } from '@portee/shared';
import type { ChannelModel } from './advise.js';
import { crossingsOf } from './crossings.js';
import type { AdviceRecord } from './records.js';

type Warning = ChannelOutlook['warnings'][number];

/** A post so many σ above what is expected of it may have been pushed and nobody said so. */
const PUSHED_LIKELY = 2.5;
/** Part of a format's posts, as a fraction, and number of them, from which this is worth asking. */
const MAYBE_PUSHED = { part: 0.05, posts: 2 };

/** What a reader may mix up, or credit to the wrong thing. */
export function warningsOf(records: readonly AdviceRecord[], model: ChannelModel): Warning[] {
  const organic = model.design.posts.filter(({ paid }) => paid !== true);
  return [
    ...crossingsOf(records, organic),
    ...maybePushed(model),
    ...(model.design.singles.has('series') ? [{ kind: 'series-slot' } as const] : []),
    ...(isAuthorUnknown(model) ? [{ kind: 'author-unknown' } as const] : []),
  ];
}

function maybePushed({ design, fit, residuals }: ChannelModel): Warning[] {
  const limit = PUSHED_LIKELY * Math.sqrt(fit.variance);
  return postFormats.flatMap((format): Warning[] => {
    const ofFormat = design.posts.flatMap((post, index) => (post.format === format && post.paid !== true ? [residuals.raw[index] ?? 0] : []));
    const posts = ofFormat.filter((residual) => residual > limit).length;
    return posts >= MAYBE_PUSHED.posts && posts > MAYBE_PUSHED.part * ofFormat.length ? [{ kind: 'maybe-pushed', format, posts, of: ofFormat.length }] : [];
  });
}

/** Authors are not held equal, though there may be several: where all posts are known to be one role's there is nothing to mix up. */
function isAuthorUnknown({ design: { groups, posts } }: ChannelModel): boolean {
  const [first] = posts;
  return !groups.some(({ name }) => name === 'author') && !posts.every(({ author }) => author !== null && author === first?.author);
}
