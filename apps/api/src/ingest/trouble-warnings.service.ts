import { Inject, Injectable } from '@nestjs/common';
import { may } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { AuthPort } from '../accounts/auth-port.js';
import { Membership } from '../accounts/membership.entity.js';
import { Organisation } from '../accounts/organisation.entity.js';
import { Channel } from '../channels/channel.entity.js';
import { Outbox } from '../mail/outbox.js';
import { networkName } from '../networks/registry.js';

/** Tells people of a channel that only they can mend. Once, until it has been read to its end again: not one a day. */
@Injectable()
export class TroubleWarnings {
  constructor(
    @Inject(AuthPort) private readonly auth: Pick<AuthPort, 'peopleOf'>,
    private readonly outbox: Outbox,
  ) {}

  /** In the transaction that says that the channel must be connected again. */
  async warn(manager: EntityManager, channel: Channel, now: Date): Promise<void> {
    const { organisationId, id } = channel;
    if (!this.outbox.isOpen || channel.warnedAt !== null) return;
    await manager.update(Channel, { organisationId, id }, { warnedAt: now });
    const organisation = await manager.findOneByOrFail(Organisation, { id: organisationId });
    const link = this.outbox.addressOf(`/o/${organisation.slug}/donnees/canaux/${id}`);
    for (const { id: personId, email, language } of await this.toWarn(manager, organisationId)) {
      const content = { kind: 'channel-trouble' as const, organisation: organisation.name, channel: channel.name, network: networkName(channel.network, language), link };
      await this.outbox.put(manager, organisationId, { to: email, language, personId, content });
    }
  }

  /** Whoever can connect it, and did not ask to be left alone. */
  private async toWarn(manager: EntityManager, organisationId: string): ReturnType<AuthPort['peopleOf']> {
    const places = await manager.findBy(Membership, { organisationId, wantsWarnings: true });
    return this.auth.peopleOf(manager, places.filter(({ role }) => may(role, 'manageChannels')).map(({ userId }) => userId));
  }
}
