import { expect, it } from 'vitest';
import { Organisation } from '../../apps/api/src/accounts/organisation.entity.js';
import { DeleteChannel } from '../../apps/api/src/privacy/delete-channel.service.js';
import { DeleteOrganisation } from '../../apps/api/src/privacy/delete-organisation.service.js';
import { inventCentre } from '../networks/invented-centre.js';
import type { ConnectedChannel } from '../support/collecting.js';
import { isLaterPage, playMastodon } from '../support/played-mastodon.js';
import { rowsThatTell } from '../support/whole-database.js';

const centre = inventCentre({ postsPerWeek: 4 });
const play = playMastodon([centre]);

/** Collects; while its second page is on its way, something happens. */
async function whileCollected(channel: ConnectedChannel, happens: () => Promise<unknown>): Promise<unknown> {
  const page = play.server.standIn.hold(isLaterPage);
  const outcome = play.anotherWorker().collect.run(channel);
  await page.asked;
  expect(await play.readings(channel)).toHaveLength(40);
  await happens();
  page.letGo();
  return outcome;
}

it('a channel deleted while it is being read is not written again', async () => {
  const channel = await play.newChannel();
  expect(await whileCollected(channel, () => new DeleteChannel(play.ledger.transaction).run(channel, { fromClosedMonths: true }))).toEqual({ state: 'nothing' });
  const told = await rowsThatTell(play.ledger.database.ownerUrl, [channel.channelId]);
  expect(told).toEqual([]);
  expect(await play.ask(channel, 'SELECT 1 FROM post')).toEqual([]);
});

it('an organisation deleted while a channel of it is being read is not written again', async () => {
  const channel = await play.newChannel();
  const deletion = new DeleteOrganisation(play.ledger.transaction, play.clock.now);
  expect(await whileCollected(channel, () => deletion.run(channel.organisationId))).toEqual({ state: 'nothing' });
  expect(await rowsThatTell(play.ledger.database.ownerUrl, [channel.channelId, channel.organisationId])).toEqual([]);
  expect(await play.ledger.transaction.run(channel.organisationId, (manager) => manager.find(Organisation))).toEqual([]);
});
