import { SERIES_BEGINNING } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { themeNames } from '../../posts/held-themes.query.js';
import type { DaySpan } from '../../posts/post-stat-row.js';
import type { AnalysedPost } from '../analysed-post.js';
import type { AnsweredPost, ReachPost } from '../group-figures.js';

/** Where the posts of a channel's span lie. */
export interface SpanPlace {
  channelId: string;
  /** Local days, both included. */
  days: DaySpan;
  /** Days whose definitions a post's figures may follow. */
  definitionDays: DaySpan;
}

/** Spans of an organisation's channels; nothing in them is published later than `at`. */
export interface SpanPlaces {
  organisationId: string;
  places: readonly SpanPlace[];
  at: Date;
}

const PLACES = 'unnest($2::uuid[], $3::date[], $4::date[], $5::date[], $6::date[]) AS place (channel_id, from_day, to_day, from_definition, to_definition)';
const OF_PLACE = `s.organisation_id = $1 AND s.channel_id = place.channel_id AND s.local_day BETWEEN place.from_day AND place.to_day
  AND s.definition_day BETWEEN place.from_definition AND place.to_definition AND s.published_at <= $7`;

export interface TimedPostRow extends ReachPost {
  localDay: string;
  /** Minute of the local day, 0 to 1439. */
  localMinute: number;
}

/** Posts that count, in no order, by channel. */
export async function readTimedPosts(manager: EntityManager, wanted: SpanPlaces): Promise<Map<string, TimedPostRow[]>> {
  type Row = [string, number, ...Reach];
  return readSpans(manager, wanted, {
    columns: `s.local_day, s.local_minute, ${REACH}`, condition: 'AND s.ineligible IS NULL',
    toPost: ([localDay, localMinute, ...reach]: Row) => ({ localDay, localMinute, ...toReach(reach) }),
  });
}

export type FormattedPostRow = AnsweredPost & Pick<AnalysedPost, 'id' | 'format'>;

/** All posts, in no order, by channel; their themes are read apart. */
export function readFormattedPosts(manager: EntityManager, wanted: SpanPlaces): Promise<Map<string, FormattedPostRow[]>> {
  type Row = [string, AnalysedPost['format'], ...Answers];
  return readSpans(manager, wanted, {
    columns: `s.post_id, s.format, ${ANSWERS}`,
    toPost: ([id, format, ...answers]: Row) => ({ id, format, ...toAnswers(answers) }),
  });
}

/** Names of themes by id of post, in no order; posts without a theme have none. */
export async function readThemesOfSpans(manager: EntityManager, wanted: SpanPlaces): Promise<Map<string, string[]>> {
  const rows = await manager.query<{ id: string; names: string[] }[]>(
    `SELECT n.post_id AS id, n.names FROM ${themeNames('$1', `SELECT s.post_id FROM ${PLACES} JOIN post_stat s ON ${OF_PLACE}`)} n`,
    parametersOf(wanted),
  );
  return new Map(rows.map(({ id, names }) => [id, names]));
}

export interface TextPostRow extends AnsweredPost, Pick<AnalysedPost, 'id' | 'publishedAt' | 'localDay'> {
  /** As far as appointments are told by it. */
  beginning: string | null;
  /** Its text, where that holds the letters of a call to share; null: it calls nobody. */
  call: string | null;
}

/**
 * All posts with what is asked of their texts, oldest first, by channel. OFFSET 0: texts are looked up one by one, so that the cost grows with the span
 * and not with the channel's history.
 * @param letters  of calls to share, see shareCallLetters
 */
export function readTextPosts(manager: EntityManager, wanted: SpanPlaces, letters: readonly string[]): Promise<Map<string, TextPostRow[]>> {
  type Row = [string, string, string, string | null, string | null, ...Answers];
  return readSpans(manager, wanted, {
    columns: `s.post_id, s.published_at, s.local_day, p.beginning, p.call, ${ANSWERS}`,
    join: `CROSS JOIN LATERAL (
      SELECT left(p.text, ${SERIES_BEGINNING}) AS beginning, CASE WHEN EXISTS (SELECT 1 FROM unnest($8::text[]) AS letters WHERE strpos(p.search_text, letters) > 0) THEN p.text END AS call
      FROM post p WHERE p.organisation_id = $1 AND p.id = s.post_id OFFSET 0) p`,
    order: 'ORDER BY s.published_at, s.post_id',
    more: [letters],
    toPost: ([id, publishedAt, localDay, beginning, call, ...answers]: Row) => ({ id, publishedAt: new Date(publishedAt), localDay, beginning, call, ...toAnswers(answers) }),
  });
}

const REACH = 's.ineligible, s.paid, s.reach, s.reach_organic, s.followers';
type Reach = [ReachPost['ineligible'], boolean | null, number | null, number | null, number | null];
const ANSWERS = `${REACH}, s.likes, s.comments, s.shares, s.clicks`;
type Answers = [...Reach, number | null, number | null, number | null, number | null];

function toReach([ineligible, paid, reach, reachOrganic, followers]: Reach): ReachPost {
  return { ineligible, paid, reach, reachOrganic, followers };
}

function toAnswers([ineligible, paid, reach, reachOrganic, followers, likes, comments, shares, clicks]: Answers): AnsweredPost {
  return { ineligible, paid, reach, reachOrganic, followers, likes, comments, shares, clicks };
}

/**
 * The posts of all spans in one statement, each question with the columns it asks for and no others, as one JSON value a channel:
 * the driver takes as long to read a thousand rows as the database takes to find them, and a third of it to read this.
 */
async function readSpans<Row, P>(manager: EntityManager, wanted: SpanPlaces, { columns, join = '', condition = '', order = '', more = [], toPost }: {
  columns: string; join?: string; condition?: string; order?: string; more?: unknown[]; toPost: (row: Row) => P;
}): Promise<Map<string, P[]>> {
  const channels = await manager.query<{ id: string; posts: Row[] | null }[]>(
    `SELECT place.channel_id AS id, r.posts FROM ${PLACES}
     CROSS JOIN LATERAL (SELECT json_agg(json_build_array(${columns}) ${order}) AS posts FROM post_stat s ${join} WHERE ${OF_PLACE} ${condition}) r`,
    [...parametersOf(wanted), ...more],
  );
  return new Map(channels.map(({ id, posts }) => [id, (posts ?? []).map(toPost)]));
}

function parametersOf({ organisationId, places, at }: SpanPlaces): unknown[] {
  return [
    organisationId, places.map(({ channelId }) => channelId), places.map(({ days }) => days.from), places.map(({ days }) => days.to),
    places.map(({ definitionDays }) => definitionDays.from), places.map(({ definitionDays }) => definitionDays.to), at,
  ];
}
