import { addMonthsToDay, type KnownPlan, type Locale, quarterOf } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { readStoredSettings } from '../insights/queries/analysis-settings.query.js';
import { networkName } from '../networks/registry.js';

const MONTHS_AHEAD = 12;
const RUNNING = 'x.organisation_id = $1 AND x.deleted_at IS NULL AND (x.to_day IS NULL OR x.to_day >= $2)';

interface Asked { organisationId: string; today: string; language: Locale }

/** What Portée knows of an organisation's plan from a day on: read as it stands, nothing is judged or measured for it. */
export async function readKnownPlan(manager: EntityManager, { organisationId, today, language }: Asked): Promise<KnownPlan> {
  const running = [organisationId, today];
  const channels = await manager.query<{ id: string; name: string; network: string }[]>('SELECT id, name, network FROM channel WHERE organisation_id = $1 ORDER BY is_main DESC, lower(name), id', [organisationId]);
  return {
    channels: channels.map(({ id, name, network }) => ({ id, name, networkLabel: networkName(network, language) })),
    objectives: await manager.query(
      `SELECT channel_id AS "channelId", quarter, measure, target FROM objective WHERE organisation_id = $1 AND deleted_at IS NULL AND quarter >= $2 ORDER BY quarter, id`, [organisationId, quarterOf(today)],
    ),
    appointments: await manager.query(
      `SELECT x.id, x.channel_id AS "channelId", x.title, x.weekday, x.time, x.every_weeks AS "everyWeeks", x.from_day::text AS "fromDay", x.to_day::text AS "toDay",
         x.skips_holidays AS "skipsHolidays", x.format, x.role
       FROM appointment x WHERE ${RUNNING} ORDER BY x.weekday, x.time, x.id`, running,
    ),
    lines: await manager.query(
      `SELECT x.id, x.channel_id AS "channelId", x.kind, x.title, x.role, x.from_day::text AS "fromDay", x.to_day::text AS "toDay" FROM plan_line x WHERE ${RUNNING} ORDER BY x.from_day DESC, x.id DESC`, running,
    ),
    experiments: await manager.query(
      `SELECT id, channel_id AS "channelId", dimension, level, against, last_day::text AS "lastDay", each_arm AS "eachArm"
       FROM experiment WHERE organisation_id = $1 AND state = 'under_way' ORDER BY started_at, id`, [organisationId],
    ),
    holidays: await readHolidays(manager, { organisationId, today }),
  };
}

async function readHolidays(manager: EntityManager, { organisationId, today }: Omit<Asked, 'language'>): Promise<KnownPlan['holidays']> {
  const { holidays } = await readStoredSettings(manager, organisationId);
  const span = { from: today, to: addMonthsToDay(today, MONTHS_AHEAD) };
  // Those that the team told: the ones that hold by default are a guess, which nobody should adopt.
  return (holidays ?? []).filter(({ from, to }) => from <= span.to && span.from <= to).toSorted((a, b) => a.from.localeCompare(b.from));
}
