import { addChannel, type EntityManager, reading, write } from './ledger.js';

/** One of each row an organisation can have, under identifiers that are its own wherever the table lets them be; the name sets secrets apart. */
export interface Filled {
  id: string;
  channelId: string;
  postId: string;
}

/** Fills every tenant table. A new one brings its row here: the tests of the catalogue, of strangers and of deletion count on it. */
export async function fillEveryTable(manager: EntityManager, made: { id: string; timeZone: string }, name: string): Promise<Filled> {
  const channel = await addChannel(manager, made, 'facebook');
  const posts = [reading('1', '2025-03-01T10:00:00Z', { figures: { reach: 60, followers: 1000 } })];
  await write(manager, made.id, { channel, observedAt: '2025-04-01T10:00:00Z', posts });
  await manager.query(`INSERT INTO membership VALUES ($1, 'somebody', 'owner')`, [made.id]);
  await manager.query(`INSERT INTO api_token (organisation_id, id, name, token_hash, role) VALUES ($1, $1, 'x', sha256($2), 'reader')`, [made.id, Buffer.from(name)]);
  await manager.query(`INSERT INTO monthly_figure VALUES ($1, $2, '2025-03', 'views', now(), 3, 'views', NULL, 'owner')`, [made.id, channel.id]);
  await manager.query(`INSERT INTO unpaid_period (organisation_id, channel_id, id, from_day, to_day, declared_by) VALUES ($1, $2, $1, '2025-01-01', '2025-02-01', 'owner')`, [made.id, channel.id]);
  await manager.query(`INSERT INTO import (organisation_id, id, state, file_name, file_bytes, file_sha256, uploaded_at, uploaded_by, observed_at) VALUES ($1, $1, 'waiting', 'x', 0, '', now(), 'owner', now())`, [made.id]);
  await manager.query(`INSERT INTO import_chunk VALUES ($1, $1, 1, 'x')`, [made.id]);
  await manager.query(`INSERT INTO import_problem VALUES ($1, $1, 1, 2, NULL, 'remark', 'x', '{}')`, [made.id]);
  await manager.query(`INSERT INTO import_replaced SELECT $1, $1, id, '{}' FROM post`, [made.id]);
  await manager.query(`INSERT INTO encryption_key (id, sealed) VALUES ($1, 'x') ON CONFLICT DO NOTHING`, [made.id]);
  await manager.query(`INSERT INTO credential (organisation_id, channel_id, key_id, sealed, issued_at) VALUES ($1, $2, $1, 'x', now())`, [made.id, channel.id]);
  await manager.query(`INSERT INTO connection_attempt (organisation_id, id, network, way, started_by, expires_at) VALUES ($1, $1, 'mastodon', 'find', 'owner', now())`, [made.id]);
  await manager.query(`INSERT INTO ingestion_run (organisation_id, id, channel_id, kind, state, holder, started_at, stage, since) VALUES ($1, $1, $2, 'first', 'done', $1, now(), 'known', now())`, [made.id, channel.id]);
  await manager.query(`INSERT INTO effort VALUES ($1, $2, '2025-03', 2.25, now())`, [made.id, channel.id]);
  await manager.query(`INSERT INTO spend (organisation_id, channel_id, month, post_id, euros, entered_at) SELECT $1, $2, '2025-03', id, 12.5, now() FROM post`, [made.id, channel.id]);
  await manager.query(`INSERT INTO theme (organisation_id, id, name) VALUES ($1, $1, 'ateliers')`, [made.id]);
  await manager.query(`INSERT INTO post_theme (organisation_id, theme_id, post_id, by_hand) SELECT $1, $1, id, true FROM post`, [made.id]);
  await manager.query(`INSERT INTO appointment (organisation_id, id, channel_id, title, weekday, time, every_weeks, from_day, skips_holidays, theme_id) VALUES ($1, $1, $2, 'jeudi', 4, '18:30', 1, '2025-03-06', false, $1)`, [made.id, channel.id]);
  await manager.query(`INSERT INTO appointment_exception VALUES ($1, $1, '2025-03-13', 'skipped', NULL, NULL, NULL, 1)`, [made.id]);
  await manager.query(`INSERT INTO planned_post (organisation_id, id, channel_id, title, day, time, appointment_id, appointment_day) VALUES ($1, $1, $2, 'x', '2025-03-06', '18:30', $1, '2025-03-06')`, [made.id, channel.id]);
  await manager.query(`INSERT INTO calendar_feed (organisation_id, id, token_hash, created_at) VALUES ($1, $1, sha256($2), now())`, [made.id, Buffer.from(name)]);
  await manager.query(`INSERT INTO channel_advice VALUES ($1, $2, 1, 1, 'x', now(), now(), '{}', '[]', '{}')`, [made.id, channel.id]);
  await manager.query(`INSERT INTO channels_compared VALUES ($1, 'x')`, [made.id]);
  await manager.query(`INSERT INTO recommendation VALUES ($1, $2, $1, 0, 'advice', 'hour_band', 'evening', 0.4, 0.1, 0.8, 12, 'do_more', NULL, now(), 1, 'x')`, [made.id, channel.id]);
  await manager.query(`INSERT INTO recommendation_change VALUES ($1, $1, $2, now(), now(), 'test', 0.4, -0.1, 0.8, 10, 1, 'x')`, [made.id, channel.id]);
  await manager.query(`INSERT INTO recommendation_decision (organisation_id, id, recommendation_id, channel_id, dimension, decision, said, decided_at, decided_by) VALUES ($1, $1, $1, $2, 'hour_band', 'accepted', '{}', now(), 'owner')`, [made.id, channel.id]);
  await manager.query(`INSERT INTO plan_line (organisation_id, id, channel_id, decision_id, kind, title, from_day) VALUES ($1, $1, $2, $1, 'rule', 'x', '2025-03-06')`, [made.id, channel.id]);
  await manager.query(`INSERT INTO experiment (organisation_id, id, channel_id, recommendation_id, dimension, level, against, sees, each_arm, seed, metric, starts_day, last_day, started_at, started_by, state) VALUES ($1, $1, $2, $1, 'hour_band', 'evening', 'morning', 1, 10, 4294967295, 'reach-rate', '2025-03-06', '2025-06-06', now(), 'owner', 'under_way')`, [made.id, channel.id]);
  await manager.query(`INSERT INTO experiment_slot VALUES ($1, $1, 1, 1, 'level', '2025-03-06', 'photo', $1, NULL)`, [made.id]);
  await manager.query(`INSERT INTO month_review VALUES ($1, '2025-03', 'x', 1, now(), 'owner', '{}')`, [made.id]);
  await manager.query(`INSERT INTO post_link (organisation_id, post_id, kind, planned_post_id, linked_by, linked_at, version) SELECT $1, id, 'plan', $1, 'owner', now(), 1 FROM post`, [made.id]);
  await fillDealings(manager, { ...made, channelId: channel.id, name });
  await manager.query(`INSERT INTO agenda VALUES ($1, $1, now(), 'owner', '2025-01-01', '2026-01-01', 1, 1, '[]', '[]')`, [made.id]);
  await manager.query(`INSERT INTO agenda_event VALUES ($1, $1, 0, 'x', NULL, '2025-03-06', '2025-03-06', NULL, NULL)`, [made.id]);
  await manager.query(`INSERT INTO objective (organisation_id, id, channel_id, quarter, measure, target) VALUES ($1, $1, $2, '2025-Q1', 'posts', 12)`, [made.id, channel.id]);
  await manager.query(`INSERT INTO written_plan VALUES ($1, '{}', now(), '2025-03-06', 'le conseil', 1)`, [made.id]);
  await manager.query(`INSERT INTO analysis_settings VALUES ($1, '[]', '{}')`, [made.id]);
  await manager.query(`INSERT INTO column_mapping VALUES ($1, 'x', '{}', now())`, [made.id]);
  await manager.query(`INSERT INTO comparison_agreement VALUES ($1, now())`, [made.id]);
  await manager.query(`INSERT INTO centre_median VALUES ($1, 'facebook', '2025-03', 0.06)`, [made.id]);
  await manager.query(`INSERT INTO privacy_settings (organisation_id) VALUES ($1)`, [made.id]);
  const [post]: { id: string }[] = await manager.query('SELECT id FROM post');
  return { id: made.id, channelId: channel.id, postId: post?.id ?? '' };
}

/** What an organisation has to do with people and programs outside. */
async function fillDealings(manager: EntityManager, made: { id: string; channelId: string; name: string }): Promise<void> {
  await manager.query(`INSERT INTO invitation (organisation_id, id, role, token_hash, created_at, expires_at) VALUES ($1, $1, 'reader', sha256($2), now(), now())`, [made.id, Buffer.from(`invited by ${made.name}`)]);
  await manager.query(`INSERT INTO webhook (organisation_id, id, url, events, key_id, sealed, created_at) VALUES ($1, $1, 'https://exemple.be', '{report.closed}', $1, 'x', now())`, [made.id]);
  await manager.query(`INSERT INTO webhook_delivery (organisation_id, id, webhook_id, event, facts, occurred_at, next_at) VALUES ($1, $1, $1, 'channel.needs-reconnection', jsonb_build_object('channelId', $2::text), now(), now())`, [made.id, made.channelId]);
  await manager.query(`INSERT INTO report_link (organisation_id, id, month, language, token_hash, created_at, expires_at) VALUES ($1, $1, '2025-03', 'fr', sha256($2), now(), now())`, [made.id, Buffer.from(`shared by ${made.name}`)]);
  await manager.query(`INSERT INTO mail (organisation_id, id, kind, to_address, language, next_try_at, created_at) VALUES ($1, $1, 'report', 'x@exemple.be', 'fr', now(), now())`, [made.id]);
  await manager.query(`INSERT INTO report_recipient (organisation_id, id, to_address, language, stop_token, created_at) VALUES ($1, $1, 'x@exemple.be', 'fr', $2, now())`, [made.id, `stop ${made.name}`]);
  await manager.query(`INSERT INTO report_mailing VALUES ($1, 'off', 8, now())`, [made.id]);
  await manager.query(`INSERT INTO report_sending VALUES ($1, '2025-03', 'sent', 1, now())`, [made.id]);
  await manager.query(`INSERT INTO audit_entry (organisation_id, id, act, actor_kind) VALUES ($1, $1, 'signed-in', 'portee')`, [made.id]);
}

/** A table of organisations' rows, and the column that says whose. */
export interface TenantTable {
  name: string;
  key: string;
}

/** Every one, as the catalogue knows them. */
export function tenantTables(manager: Pick<EntityManager, 'query'>): Promise<TenantTable[]> {
  return manager.query(`
    SELECT c.relname AS name, a.attname AS key FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
      AND a.attname = CASE c.relname WHEN 'organisation' THEN 'id' ELSE 'organisation_id' END ORDER BY 1`);
}

/** How many rows of an organisation each table shows, and the sum of what is in them. */
export async function sumsOfRows(manager: Pick<EntityManager, 'query'>, organisationId: string): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const { name, key } of await tenantTables(manager)) {
    const [row]: { sum: string }[] = await manager.query(`SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM ${name} t WHERE ${key} = $1`, [organisationId]);
    sums[name] = row?.sum ?? '';
  }
  return sums;
}
