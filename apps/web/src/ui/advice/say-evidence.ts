import { isChoice, judgedMonths, localDay, NEEDED, othersOf, sayNoun, sayState, sayWhen, lowered, type AdviceWords, type ChannelOutlook, type Recommendation, type RecommendationEvidence } from '@portee/shared';
import type { MessageKey } from '../../locales/catalogue.js';
import type { Translation } from '../../locales/translation.js';
import { sayPeople } from './say-people.js';

/** What is needed to explain a record: what is known of its channel, and the words of both catalogues. */
export interface Explaining { outlook: ChannelOutlook; words: AdviceWords; translation: Translation }

/** On which posts it rests, what was left aside and why. */
export function sayBasis(record: Recommendation, { basis, level, others }: RecommendationEvidence, { words, translation: { t, write } }: Explaining): string[] {
  const span = { from: write.longDay(basis.from), until: write.longDay(basis.until) };
  const left = sayLeft(basis, { t, write });
  return [
    isOfLevel(record)
      ? t('evidence.on.level', { ...span, noun: sayNoun(record, words), posts: level.posts, others: others.posts })
      : t('evidence.on.channel', { ...span, posts: record.posts }),
    ...(basis.cutAt === null ? [] : [t('evidence.on.cut', { day: write.longDay(basis.cutAt) })]),
    ...(basis.isPaidUnknown ? [t('evidence.on.paidUnknown')] : []),
    ...(basis.paid > 0 && record.dimension !== 'paid' ? [t('evidence.on.paid', { posts: basis.paid })] : []),
    ...(left === null ? [] : [left]),
  ];
}

const leftReasons = ['growing', 'deleted', 'story', 'shared-post', 'no-reach', 'no-followers', 'few-followers', 'read-late', 'duplicate', 'unknown-paid', 'few-pushed'] as const;

/** « Laissées de côté : 4 encore trop récentes et 11 stories. » Null: none was. */
export function sayLeft({ left }: Pick<RecommendationEvidence['basis'], 'left'>, { t, write }: Pick<Translation, 't' | 'write'>): string | null {
  const said = left.filter(({ posts }) => posts > 0).map(({ reason, posts }) => t(leftKey(reason), { posts }));
  return said.length === 0 ? null : t('evidence.on.left', { list: write.list(said) });
}

function leftKey(reason: string): MessageKey {
  return `evidence.left.${leftReasons.find((known) => known === reason) ?? 'other'}`;
}

/** Medians as they stand, nothing held equal; null where neither is known. */
export function sayPlain(record: Recommendation, { level, others }: RecommendationEvidence, { words, translation }: Explaining): string | null {
  const { t } = translation;
  const [own, rest] = [level.median, others.median].map((median) => (median === null ? null : sayPeople(median, translation)));
  if (isChoice(record.dimension) && !isOfLevel(record)) return null;
  if (record.dimension === 'change_point' && own && rest) return t('evidence.plain.change', { level: own, others: rest });
  if (!isOfLevel(record)) return own ? t('evidence.plain.channel', { level: own }) : null;
  const noun = sayNoun(record, words);
  if (own && rest) return t('evidence.plain.both', { noun, level: own, others: rest });
  if (own) return t('evidence.plain.level', { noun, level: own });
  return rest ? t('evidence.plain.others', { noun, others: rest }) : null;
}

/** What the comparison holds equal, in plain words; null where nothing is compared. */
export function sayHeldEqual({ verdict }: Recommendation, { heldEqual }: RecommendationEvidence, { translation: { t, write } }: Explaining): string | null {
  return heldEqual.length === 0 || verdict === 'not_enough_data' ? null : t('evidence.equal.text', { list: write.list(heldEqual.map((column) => t(`evidence.equal.${column}`))) });
}

/** What would change our mind: the gate it would fail, what is missing, and what the figures cannot tell apart. */
export function sayDoubts(record: Recommendation, explaining: Explaining): string[] {
  const { outlook, translation: { t } } = explaining;
  const isChosen = isChoice(record.dimension);
  return [
    ...sayTurn(record, explaining),
    ...outlook.warnings.flatMap((warning) => sayWarning(warning, record, explaining)),
    ...(isChosen && record.dimension !== 'paid' && record.effect !== null ? [t('evidence.doubt.paid')] : []),
  ];
}

function sayTurn(record: Recommendation, explaining: Explaining): string[] {
  const { translation: { t } } = explaining;
  if (record.reason === 'no-reach' || record.dimension === 'paid') return [];
  if (record.dimension === 'channel') return [t('evidence.doubt.compared')];
  if (!isChoice(record.dimension)) return [t('evidence.doubt.movement')];
  if (record.verdict === 'not_enough_data') return sayMissing(record, explaining);
  if (record.verdict === 'do_more' || record.verdict === 'do_less') return [t('evidence.doubt.solid')];
  return [t(record.verdict === 'test' ? 'evidence.doubt.test' : 'evidence.doubt.none')];
}

function sayMissing(record: Recommendation, { outlook: { basis }, words, translation: { t } }: Explaining): string[] {
  if (record.reason === 'channel-too-small') return [t('evidence.doubt.channel', { posts: Math.max(1, NEEDED.channelPosts - basis.posts) })];
  if (record.posts < NEEDED.posts) return [t('evidence.doubt.level', { posts: NEEDED.posts - record.posts, noun: sayNoun(record, words) })];
  return [t('evidence.doubt.others', { posts: Math.max(1, NEEDED.posts - othersOf(record, basis)) })];
}

function sayWarning(warning: ChannelOutlook['warnings'][number], record: Recommendation, { words, translation: { t } }: Explaining): string[] {
  if (!isChoice(record.dimension) || record.verdict === 'not_enough_data') return [];
  if (warning.kind === 'author-unknown') return [t('evidence.doubt.author')];
  if (warning.kind === 'series-slot') return record.dimension === 'rendezvous' || record.dimension === 'weekday' || record.dimension === 'hour_band' ? [t('evidence.doubt.slot')] : [];
  if (warning.kind === 'maybe-pushed') {
    return record.dimension === 'format' && record.level === warning.format ? [t('evidence.doubt.maybePushed', { posts: warning.posts, of: warning.of, format: sayNoun(record, words) })] : [];
  }
  const sides = [{ dimension: warning.dimension, level: warning.level }, { dimension: warning.otherDimension, level: warning.otherLevel }];
  const isOwn = sides.some(({ dimension, level }) => dimension === record.dimension && level === record.level);
  const [when, other] = sides.map((side) => sayWhen(side, words));
  return isOwn && when !== undefined && other !== undefined ? [t('evidence.doubt.crossing', { when, other })] : [];
}

/** The verdicts it had before the present one, newest first. */
export function sayHistory({ recommendation, history }: RecommendationEvidence, { outlook, words, translation: { t, write } }: Explaining): string[] {
  const day = (instant: string): string => write.longDay(localDay(new Date(instant), outlook.timeZone));
  return history.flatMap(({ verdict, low, high, since, until, posts }) => (until === null ? [] : [t('evidence.before.line', {
    from: day(since), until: day(until), posts, state: lowered(sayState({ ...recommendation, verdict, low, high, reason: null }, words).state),
  })]));
}

/** Of a channel with too few posts the whole is spoken of, not a level. */
export function isOfLevel({ dimension, level }: Recommendation): boolean {
  return isChoice(dimension) && level !== null;
}

/** Whether months stand behind a record rather than posts of a level. */
export function restsOnMonths({ dimension }: Recommendation, outlook: ChannelOutlook): boolean {
  return (dimension === 'trend' || dimension === 'change_point') && judgedMonths(outlook) > 0;
}
