import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Connection, NetworkDescriptor, StartConnection } from '@portee/shared';
import { v7 as newId } from 'uuid';
import type { OrganisationContext } from '../accounts/caller.js';
import { AccountError } from '../accounts/account-error.js';
import { findChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Connectors } from '../networks/connectors.js';
import { applicationNetwork } from '../networks/core/application-network.js';
import type { ChannelChoice, TypedSettings } from '../networks/core/connect-flow.js';
import type { NetworkConnector } from '../networks/core/network-connector.js';
import { findNetwork, networkOf } from '../networks/registry.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { InputRefused } from '../operations/input-refused.js';
import { ApplicationFinder } from './application-finder.js';
import { AskNetwork } from './ask-network.service.js';
import { startedBy } from './started-by.js';
import { ATTEMPT_MS, type AttemptKey, ConnectionAttempts } from './connection-attempts.js';
import { ConnectionError, sayWhere } from './connection-error.js';
import { viewAttempt } from './connection-view.js';

const STATE_BYTES = 32;

type Way = NonNullable<NetworkDescriptor['connect']>['ways'][number];

/** A way that the network offers, with what was typed for it. */
interface Chosen {
  connector: NetworkConnector;
  network: string;
  way: Way['way'];
  settings: TypedSettings;
  channelId: string | null;
}

/** Begins to connect: finds channels at once, or tells where to say yes. */
@Injectable()
export class BeginConnection {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly connectors: Connectors,
    private readonly attempts: ConnectionAttempts,
    private readonly applications: ApplicationFinder,
    private readonly asking: AskNetwork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ConnectionError, ChannelError, InputRefused */
  async run(organisation: OrganisationContext, wanted: StartConnection, redirectUri: string): Promise<Connection> {
    const chosen = this.choose(wanted, organisation);
    await this.checkChannel(organisation, chosen);
    const { network, settings, way } = chosen;
    const asked = { network, settings, locale: organisation.language, timeZone: organisation.timeZone };
    // Where to say yes is told without asking; but nobody should go there for nothing.
    return this.asking.run(asked, () => (way === 'authorise' ? this.authorise(organisation, chosen, redirectUri) : this.offer(organisation, chosen)));
  }

  private choose({ network, way, settings, channelId }: StartConnection, { language }: OrganisationContext): Chosen {
    const descriptor = findNetwork(network)?.descriptor;
    const connector = this.connectors.of(network);
    const offered = descriptor?.connect?.ways.find((one) => one.way === way && isDoorOf(one, settings));
    if (!offered || !connector) throw new ConnectionError('connection-way-not-offered', { network: sayWhere({ network, locale: language }) });
    return { connector, network, way, channelId: channelId ?? null, settings: readSettings(offered, settings) };
  }

  /** A channel of another network cannot become one of this. */
  private async checkChannel({ id, language }: OrganisationContext, { network, channelId }: Chosen): Promise<void> {
    if (channelId === null) return;
    const channel = await this.transaction.run(id, (manager) => findChannel(manager, id, channelId));
    if (channel.network !== network) throw new ConnectionError('connection-other-channel', { network: sayWhere({ network, locale: language, channel: channel.name }) });
  }

  private async authorise(organisation: OrganisationContext, chosen: Chosen, redirectUri: string): Promise<Connection> {
    const { connector, network, settings } = chosen;
    const { connecting } = connector;
    const where = { network: sayWhere({ network, locale: organisation.language }) };
    if (connecting.authorise === undefined) throw new ConnectionError('connection-way-not-offered', where);
    if (organisation.personId === null) throw new AccountError('person-required');
    const application = await this.applications.findOrRegister({ network, settings }, connector, redirectUri);
    if (application === null) {
      const registeredAt = applicationNetwork(networkOf(network), settings);
      throw new ConnectionError('network-application-missing', { network: sayWhere({ network: registeredAt, locale: organisation.language }) });
    }
    const [state, verifier] = [unguessable(), unguessable()];
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const url = await connecting.authorise({ application, settings, redirectUri, state, challenge });
    const view = await this.keep(organisation, chosen, { state, authorisation: { verifier, redirectUri, settings } });
    return { ...view, url: url.href };
  }

  private async offer(organisation: OrganisationContext, chosen: Chosen): Promise<Connection> {
    const { connector: { connecting }, network, way, settings } = chosen;
    const where = { network: sayWhere({ network, locale: organisation.language }) };
    const choices = await (way === 'find' ? connecting.find?.(settings) : connecting.signIn?.(settings));
    if (choices === undefined) throw new ConnectionError('connection-way-not-offered', where);
    if (choices.length === 0) throw new ConnectionError('connection-no-channel', where);
    return this.keep(organisation, chosen, choices);
  }

  private keep(organisation: OrganisationContext, chosen: Chosen, found: readonly ChannelChoice[] | Parameters<ConnectionAttempts['await']>[2]): Promise<Connection> {
    const { id: organisationId, language } = organisation;
    const { network, way, channelId } = chosen;
    const key: AttemptKey = { organisationId, id: newId() };
    const asker = { startedBy: startedBy(organisation), now: this.clock() };
    return this.transaction.run(organisationId, async (manager) => {
      await this.attempts.insert(manager, { ...key, network, way, channelId, startedBy: asker.startedBy, expiresAt: new Date(asker.now.getTime() + ATTEMPT_MS) });
      if ('state' in found) await this.attempts.await(manager, key, found);
      else await this.attempts.offer(manager, key, found);
      const attempt = await this.attempts.find(manager, key, asker);
      if (attempt === null) throw new ConnectionError('connection-not-found');
      return viewAttempt(manager, attempt, language);
    });
  }
}

/** What the way asks for and nothing else. @throws InputRefused where something that is needed is missing */
function readSettings({ settings, door }: Way, typed: TypedSettings): TypedSettings {
  const missing = settings.filter(({ name, isRequired }) => isRequired && (typed[name] ?? '').trim() === '');
  if (missing.length > 0) throw new InputRefused(missing.map(({ name }) => ({ path: `settings.${name}`, reason: 'invalid', limit: 0 })));
  const given = settings.flatMap(({ name, kind }) => {
    const value = typed[name] ?? '';
    return value === '' ? [] : [[name, kind === 'password' ? value : value.trim()]];
  });
  return Object.fromEntries(door === undefined ? given : [...given, ['door', door]]);
}

/** Of several ways of one kind the one that was asked for; the first where none was. */
function isDoorOf({ door }: Way, settings: TypedSettings): boolean {
  return settings['door'] === undefined || settings['door'] === door;
}

function unguessable(): string {
  return randomBytes(STATE_BYTES).toString('base64url');
}
