import { MAX_FOUND, type SearchResults } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { likeEvery } from '../posts/like-every.js';

/** Of a kind, what a page shows, and how many there are. */
type Found<Kind extends keyof SearchResults> = SearchResults[Kind];
interface Asked { organisationId: string; words: readonly string[] }

/** Marks upon letters, as `searchText` leaves them out; blocks of writings that teams use. */
const MARKS = String.raw`[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u0610-\u061A\u064B-\u065F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]+`;
/** A text as `searchText` reads it; posts have it in a column. */
const folded = (text: string): string => `lower(regexp_replace(normalize(${text}, NFD), '${MARKS}', '', 'g'))`;
/** The words may stand in any of the texts. */
const stands = (...texts: string[]): string => `${folded(`concat_ws(' ', ${texts.join(', ')})`)} LIKE ALL ($2::text[])`;
const SAID = 'x.id, x.channel_id AS "channelId", x.title, x.role, x.note';

export function findChannels(manager: EntityManager, asked: Asked): Promise<Found<'channels'>> {
  return some(manager, asked, { columns: 'x.id, x.network, x.name, x.audience', from: `channel x
    WHERE x.organisation_id = $1 AND ${stands('x.name', 'x.network', 'x.audience')} ORDER BY lower(x.name), x.id` });
}

export function findLines(manager: EntityManager, asked: Asked): Promise<Found<'lines'>> {
  return some(manager, asked, { columns: `${SAID}, x.kind, x.from_day::text AS "fromDay", x.to_day::text AS "toDay"`, from: `plan_line x
    WHERE x.organisation_id = $1 AND x.deleted_at IS NULL AND ${stands('x.title', 'x.role', 'x.note')} ORDER BY x.from_day DESC, x.id DESC` });
}

export function findAppointments(manager: EntityManager, asked: Asked): Promise<Found<'appointments'>> {
  return some(manager, asked, { columns: `${SAID}, x.weekday, x.time, x.from_day::text AS "fromDay", x.to_day::text AS "toDay"`, from: `appointment x
    WHERE x.organisation_id = $1 AND x.deleted_at IS NULL AND ${stands('x.title', 'x.role', 'x.note')} ORDER BY lower(x.title), x.id` });
}

export function findPlannedPosts(manager: EntityManager, asked: Asked): Promise<Found<'plannedPosts'>> {
  return some(manager, asked, { columns: `${SAID}, x.day::text, x.time`, from: `planned_post x
    WHERE x.organisation_id = $1 AND x.deleted_at IS NULL AND ${stands('x.title', 'x.role', 'x.note')} ORDER BY x.day DESC, x.time DESC, x.id DESC` });
}

/** Objectives have no words of their own: they are found by their channel's, and by their quarter. */
export function findObjectives(manager: EntityManager, asked: Asked): Promise<Found<'objectives'>> {
  return some(manager, asked, { columns: 'x.id, x.channel_id AS "channelId", x.quarter, x.measure, x.target', from: `objective x
    JOIN channel c ON c.organisation_id = $1 AND c.id = x.channel_id
    WHERE x.organisation_id = $1 AND x.deleted_at IS NULL AND ${stands('c.name', 'c.network', 'x.quarter')} ORDER BY x.quarter DESC, x.id DESC` });
}

/** The first rows of a query, and how many it has: the answer's schema leaves the count of each row out. */
async function some<Item>(manager: EntityManager, { organisationId, words }: Asked, { columns, from }: { columns: string; from: string }): Promise<{ items: Item[]; total: number }> {
  const items = await manager.query<(Item & { total: number })[]>(`SELECT ${columns}, (count(*) OVER ())::int AS total FROM ${from} LIMIT ${MAX_FOUND}`, [organisationId, likeEvery(words)]);
  return { items, total: items[0]?.total ?? 0 };
}
