import { addMonths, chooseHeadline, firstDay, lastCut, lastDay, type NetworkDescriptor, seamsBetween } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { readChannels } from '../channels/channel-list.query.js';
import { readChannelMonths } from '../insights/queries/channel-months.query.js';

interface Given { organisationId: string; network: NetworkDescriptor; month: string }

/** Writes what an organisation that agreed gives of a month, in place of what it gave before; nothing, where its posts of that month are too few. */
export async function giveMedian(manager: EntityManager, given: Given): Promise<void> {
  const { organisationId, network: { network }, month } = given;
  await manager.query('DELETE FROM centre_median WHERE organisation_id = $1 AND network = $2 AND month = $3', [organisationId, network, month]);
  const rate = (await agrees(manager, organisationId)) ? await usualRate(manager, given) : null;
  if (rate !== null) await manager.query('INSERT INTO centre_median VALUES ($1, $2, $3, $4)', [organisationId, network, month, rate]);
}

/** A demonstration holds figures that nobody has. */
async function agrees(manager: EntityManager, organisationId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT 1 FROM comparison_agreement a JOIN organisation o ON o.id = a.organisation_id WHERE o.id = $1 AND NOT o.is_demonstration', [organisationId]);
  return rows.length > 0;
}

/** The headline of its channels on this network together, where the month alone has enough posts for one. */
async function usualRate(manager: EntityManager, { organisationId, network, month }: Given): Promise<number | null> {
  const channelIds = (await readChannels(manager, organisationId)).filter((channel) => channel.network === network.network).map(({ id }) => id);
  const months = await readChannelMonths(manager, { organisationId, channelIds, from: month, to: month });
  const seams = seamsBetween(network.definitions, ['reach'], { from: firstDay(addMonths(month, -12)), to: lastDay(month) });
  const { figure, months: length } = chooseHeadline({ month, months, since: lastCut(seams, lastDay(month)) });
  return length === 1 ? figure.median : null;
}
