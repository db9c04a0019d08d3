import { Inject, Injectable } from '@nestjs/common';
import { type ConnectionReturn, may } from '@portee/shared';
import type { Person } from '../accounts/auth-port.js';
import { Memberships } from '../accounts/memberships.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Connectors } from '../networks/connectors.js';
import { accountAt, applicationNetwork } from '../networks/core/application-network.js';
import type { ChannelChoice } from '../networks/core/connect-flow.js';
import { NetworkError } from '../networks/core/network-error.js';
import { networkOf } from '../networks/registry.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { ApplicationFinder } from './application-finder.js';
import { AskNetwork } from './ask-network.service.js';
import { type Attempt, type AttemptKey, type Authorisation, ConnectionAttempts } from './connection-attempts.js';
import { ConnectionError, sayWhere, type Telling } from './connection-error.js';
import { keepProblem } from './connection-view.js';
import { SIGNED_OUT } from './signed-out-return.js';

/** What was kept for the return. */
interface Kept {
  attempt: Attempt;
  authorisation: Authorisation;
}

/** Who came back, to which organisation, and with what. */
interface Returned extends Kept {
  person: Person;
  timeZone: string;
  code: string | undefined;
  error: string | undefined;
}

/** The network sends a person back: what they opened there becomes choices. */
@Injectable()
export class FinishAuthorisation {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly connectors: Connectors,
    private readonly attempts: ConnectionAttempts,
    private readonly applications: ApplicationFinder,
    private readonly asking: AskNetwork,
    private readonly organisations: OrganisationsService,
    private readonly memberships: Memberships,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whatever happened is told on a page. @returns its address on this host */
  async run(person: Person, { state, code, error }: ConnectionReturn): Promise<string> {
    const key = await this.transaction.lookUp((manager) => this.attempts.locate(manager, state));
    const place = key === null ? null : await this.placeFor(person, key);
    const taken = key === null || place === null ? null : await this.take(person, key);
    if (key === null || place === null || taken === null) return this.lostPage(person);
    await this.settle({ ...taken, person, timeZone: place.timeZone, code, error });
    return `/o/${place.slug}/donnees/connexions/${key.id}`;
  }

  /** The attempt's organisation; null: the person may no longer connect channels there. */
  private async placeFor(person: Person, { organisationId }: AttemptKey): Promise<{ slug: string; timeZone: string } | null> {
    const { slug, timeZone } = await this.organisations.byId(organisationId);
    const places = await this.memberships.organisationsOf(person.id);
    const role = places.find((place) => place.slug === slug)?.role;
    return role !== undefined && may(role, 'manageChannels') ? { slug, timeZone } : null;
  }

  /** Once, by whoever began it, in its time. */
  private take(person: Person, key: AttemptKey): Promise<Kept | null> {
    return this.transaction.run(key.organisationId, async (manager) => {
      const attempt = await this.attempts.find(manager, key, { startedBy: person.id, now: this.clock() });
      const authorisation = attempt === null ? null : await this.attempts.takeAuthorisation(manager, key);
      return attempt === null || authorisation === null ? null : { attempt, authorisation };
    });
  }

  private async settle(returned: Returned): Promise<void> {
    const { attempt, person } = returned;
    const result = await this.openChannels(returned, { network: attempt.network, locale: person.language, timeZone: returned.timeZone }).catch((error: unknown) => {
      if (error instanceof ConnectionError) return error;
      throw error;
    });
    await this.transaction.run(attempt.organisationId, (manager) =>
      result instanceof ConnectionError ? this.attempts.fail(manager, attempt, keepProblem(result)) : this.attempts.offer(manager, attempt, result));
  }

  private async openChannels({ authorisation, code, error }: Returned, telling: Telling): Promise<readonly ChannelChoice[]> {
    const network = sayAsker(telling, authorisation.settings);
    if (error === SIGNED_OUT) throw new ConnectionError('connection-signed-out', { network });
    if (error !== undefined || code === undefined) throw new ConnectionError('connection-declined', { network });
    const choices = await this.asking.run({ ...telling, settings: authorisation.settings }, () => this.exchange(telling, { ...authorisation, code }));
    if (choices.length === 0) throw new ConnectionError('connection-no-channel', { network: sayWhere(telling) });
    return choices;
  }

  private async exchange(telling: Telling, { settings, ...returned }: Authorisation & { code: string }): Promise<readonly ChannelChoice[]> {
    const place = { network: telling.network, settings };
    const connecting = this.connectors.of(telling.network)?.connecting;
    const application = await this.applications.find(place);
    if (!connecting?.exchange || application === null) throw new ConnectionError('network-application-missing', { network: sayWhere(telling) });
    try {
      const choices = await connecting.exchange({ application, settings, ...returned });
      const renamed = choices.find((choice) => choice.settings['address'] !== undefined);
      if (renamed && connecting.registerApplication) await this.applications.keep({ ...place, settings: renamed.settings }, application);
      return choices;
    } catch (error) {
      // A server may have forgotten the application that was registered with it: the next attempt registers another.
      if (connecting.registerApplication && error instanceof NetworkError && error.reason === 'access-revoked') await this.applications.forget(place);
      throw error;
    }
  }

  /** Nothing is known of what came back: the assistant says so. */
  private async lostPage(person: Person): Promise<string> {
    const [first] = await this.memberships.organisationsOf(person.id);
    return first === undefined ? '/' : `/o/${first.slug}/donnees/connecter?probleme=connection-not-found`;
  }
}

/** Whose dialogue a person came back from, as it calls itself. */
function sayAsker(telling: Telling, settings: Authorisation['settings']): ReturnType<typeof sayWhere> {
  const descriptor = networkOf(telling.network);
  return accountAt(descriptor, settings) ?? sayWhere({ ...telling, network: applicationNetwork(descriptor, settings) });
}
