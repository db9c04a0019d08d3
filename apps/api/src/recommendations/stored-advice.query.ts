import type { ChannelOutlook, Recommendation, ReportAdvice } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { MonthRates } from './month-rates.js';
import type { Outlook } from './outlook.js';

/** What is kept of an outlook beside its records, which have a table of their own. */
export type KeptOutlook = Omit<Outlook, 'records' | 'months'>;

/** Usual rates of the channel over the window of its advice. */
export type AdvisedFigures = NonNullable<ReportAdvice['main']>;

/** The advice of a channel as it was last made. */
export interface StoredAdvice {
  channelId: string;
  /** Its name, as it is now. */
  channel: string;
  outlook: KeptOutlook;
  methodVersion: number;
  madeAt: Date;
}

/** Advice of the organisation's channels, or of the one named, in the order of their names. */
export function readAdvice(manager: EntityManager, organisationId: string, channelId?: string): Promise<StoredAdvice[]> {
  return manager.query(
    `SELECT a.channel_id AS "channelId", c.name AS channel, a.outlook, a.method_version AS "methodVersion", a.made_at AS "madeAt"
     FROM channel_advice a JOIN channel c ON c.organisation_id = $1 AND c.id = a.channel_id
     WHERE a.organisation_id = $1 AND ($2::uuid IS NULL OR a.channel_id = $2) ORDER BY lower(c.name), c.id`,
    [organisationId, channelId ?? null],
  );
}

/** Usual rates of a channel over the window of its advice; null: it was never advised on. */
export async function readAdvisedFigures(manager: EntityManager, organisationId: string, channelId: string): Promise<AdvisedFigures | null> {
  const [row] = await manager.query<{ figures: AdvisedFigures }[]>('SELECT figures FROM channel_advice WHERE organisation_id = $1 AND channel_id = $2', [organisationId, channelId]);
  return row?.figures ?? null;
}

export interface KeptAdvice extends Omit<StoredAdvice, 'channel' | 'madeAt'> {
  organisationId: string;
  months: MonthRates[];
  fingerprint: string;
  figures: AdvisedFigures;
  figuresVersion: number;
  at: Date;
}

/** Keeps the advice of a channel. It was made when its input or the method last changed, and looked at now. */
export async function keepAdvice(manager: EntityManager, advice: KeptAdvice): Promise<void> {
  await manager.query(
    `INSERT INTO channel_advice (organisation_id, channel_id, figures_version, method_version, fingerprint, made_at, checked_at, outlook, months, figures)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)
     ON CONFLICT (organisation_id, channel_id) DO UPDATE SET
       made_at = CASE WHEN (channel_advice.fingerprint, channel_advice.method_version) = (excluded.fingerprint, excluded.method_version) THEN channel_advice.made_at ELSE excluded.made_at END,
       figures_version = excluded.figures_version, method_version = excluded.method_version, fingerprint = excluded.fingerprint,
       checked_at = excluded.checked_at, outlook = excluded.outlook, months = excluded.months, figures = excluded.figures`,
    [advice.organisationId, advice.channelId, advice.figuresVersion, advice.methodVersion, advice.fingerprint, advice.at, JSON.stringify(advice.outlook), JSON.stringify(advice.months), JSON.stringify(advice.figures)],
  );
}

/** The level of a comparison is the channel's name, which may have changed since. */
const LEVEL = `CASE r.dimension WHEN 'channel' THEN c.name ELSE r.level END AS level`;
const RECORD = `r.id, r.kind, r.channel_id AS "channelId", c.name AS channel, r.dimension, ${LEVEL}, r.effect, r.low, r.high, r.posts, r.verdict, r.reason`;
const OF_CHANNEL = 'FROM recommendation r JOIN channel c ON c.organisation_id = $1 AND c.id = r.channel_id WHERE r.organisation_id = $1';

/** Records of the organisation's channels, or of the one named: channel by channel, in the order of the method. */
export function readRecords(manager: EntityManager, organisationId: string, channelId?: string): Promise<Recommendation[]> {
  return manager.query(`SELECT ${RECORD} ${OF_CHANNEL} AND ($2::uuid IS NULL OR r.channel_id = $2) ORDER BY lower(c.name), c.id, r.position`, [organisationId, channelId ?? null]);
}

/** One record; null: the organisation has none of this id. */
export async function readRecord(manager: EntityManager, organisationId: string, id: string): Promise<Recommendation | null> {
  const [row] = await manager.query<Recommendation[]>(`SELECT ${RECORD} ${OF_CHANNEL} AND r.id = $2`, [organisationId, id]);
  return row ?? null;
}

/** Records that said something else before: the last verdict that was another than the present one. */
export function readChanges(manager: EntityManager, organisationId: string, channelId?: string): Promise<(ChannelOutlook['changes'][number] & { channelId: string })[]> {
  return manager.query(
    `SELECT DISTINCT ON (h.recommendation_id) h.recommendation_id AS "recommendationId", h.channel_id AS "channelId", h.verdict AS before, to_char(h.until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "changedAt"
     FROM recommendation_change h JOIN recommendation r ON r.organisation_id = $1 AND r.id = h.recommendation_id AND r.verdict <> h.verdict
     WHERE h.organisation_id = $1 AND ($2::uuid IS NULL OR h.channel_id = $2) ORDER BY h.recommendation_id, h.until DESC`,
    [organisationId, channelId ?? null],
  );
}
