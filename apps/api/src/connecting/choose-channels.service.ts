import { Inject, Injectable } from '@nestjs/common';
import type { Channel as ChannelView, ChooseChannels, Connection } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { OrganisationContext } from '../accounts/caller.js';
import { readChannels } from '../channels/channel-list.query.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CollectQueues } from '../ingest/collect-queues.js';
import { Connectors } from '../networks/connectors.js';
import type { ChannelChoice } from '../networks/core/connect-flow.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { ApplicationFinder } from './application-finder.js';
import { AskNetwork } from './ask-network.service.js';
import { startedBy } from './started-by.js';
import { type Attempt, ConnectionAttempts } from './connection-attempts.js';
import { ConnectionError, sayWhere } from './connection-error.js';
import { viewAttempt } from './connection-view.js';
import { SaveChoice } from './save-choice.js';
import { tryChannel } from './try-channel.js';

/** A choice with the channel it is to become; null: whichever has its identifier, else a new one. */
export interface ChosenChannel {
  choice: ChannelChoice;
  channelId: string | null;
}

interface Answered {
  organisation: OrganisationContext;
  attempt: Attempt;
  chosen: readonly ChosenChannel[];
}

/** Channels are chosen, tried, and only then written. */
@Injectable()
export class ChooseChannelsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly connectors: Connectors,
    private readonly attempts: ConnectionAttempts,
    private readonly applications: ApplicationFinder,
    private readonly asking: AskNetwork,
    private readonly saving: SaveChoice,
    private readonly queues: CollectQueues,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ConnectionError connection-not-found */
  show(organisation: OrganisationContext, id: string): Promise<Connection> {
    return this.transaction.run(organisation.id, async (manager) => viewAttempt(manager, await this.find(manager, organisation, id), organisation.language));
  }

  /** All or none. @throws ConnectionError, ChannelError */
  async run(organisation: OrganisationContext, id: string, wanted: ChooseChannels): Promise<ChannelView[]> {
    const answered = await this.read(organisation, id, wanted);
    for (const { choice } of answered.chosen) await this.try(answered, choice);
    const saved = await this.save(answered);
    await this.queues.add(answered.attempt.network, saved.map((channel) => ({ organisationId: organisation.id, channelId: channel.id })));
    return saved;
  }

  private read(organisation: OrganisationContext, id: string, { choices }: ChooseChannels): Promise<Answered> {
    return this.transaction.run(organisation.id, async (manager) => {
      const attempt = await this.find(manager, organisation, id);
      const offered = await this.attempts.readChoices(manager, attempt);
      const chosen = choices.map(({ externalId, channelId }) => {
        const choice = offered.find((one) => one.externalId === externalId);
        if (!choice) throw new ConnectionError('connection-choice-unknown');
        return { choice, channelId: channelId ?? attempt.channelId };
      });
      const answered = { organisation, attempt, chosen };
      for (const one of chosen) await this.saving.check(manager, answered, one);
      return answered;
    });
  }

  private async try({ organisation, attempt: { network } }: Answered, choice: ChannelChoice): Promise<void> {
    const { language: locale, timeZone } = organisation;
    const where = { network, locale, timeZone, channel: choice.name };
    const connector = this.connectors.of(network);
    if (!connector) throw new ConnectionError('connection-way-not-offered', { network: sayWhere(where) });
    const application = await this.applications.find({ network, settings: choice.settings });
    await this.asking.run({ ...where, settings: choice.settings }, () => tryChannel(connector, choice, { application, timeZone, now: this.clock() }));
  }

  private save(answered: Answered): Promise<ChannelView[]> {
    const { organisation, attempt, chosen } = answered;
    return this.transaction.run(organisation.id, async (manager) => {
      await holdLedger(manager, organisation.id);
      // Saved meanwhile by a second click, it is gone.
      await this.find(manager, organisation, attempt.id);
      const ids: string[] = [];
      for (const one of chosen) ids.push(await this.saving.run(manager, answered, one));
      await this.attempts.remove(manager, attempt);
      return (await readChannels(manager, organisation.id)).filter(({ id }) => ids.includes(id));
    });
  }

  private async find(manager: EntityManager, organisation: OrganisationContext, id: string): Promise<Attempt> {
    const attempt = await this.attempts.find(manager, { organisationId: organisation.id, id }, { startedBy: startedBy(organisation), now: this.clock() });
    if (attempt === null) throw new ConnectionError('connection-not-found');
    return attempt;
  }
}
