import { Inject, Injectable } from '@nestjs/common';
import type { ConnectionReturn } from '@portee/shared';
import type { Person } from '../accounts/auth-port.js';
import { Memberships } from '../accounts/memberships.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { leastRole, mayActAs } from '../accounts/roles.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Connectors } from '../networks/connectors.js';
import type { ChannelChoice } from '../networks/core/connect-flow.js';
import { NetworkError } from '../networks/core/network-error.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { ApplicationFinder } from './application-finder.js';
import { type Attempt, type AttemptKey, type Authorisation, ConnectionAttempts } from './connection-attempts.js';
import { ConnectionError, sayWhere, toConnectionError } from './connection-error.js';
import { keepProblem } from './connection-view.js';

interface Returned {
  attempt: Attempt;
  authorisation: Authorisation;
  code: string | undefined;
}

/** The network sends a person back: what they opened there becomes choices. */
@Injectable()
export class FinishAuthorisation {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly connectors: Connectors,
    private readonly attempts: ConnectionAttempts,
    private readonly applications: ApplicationFinder,
    private readonly organisations: OrganisationsService,
    private readonly memberships: Memberships,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whatever happened is told on a page. @returns its address on this host */
  async run(person: Person, { state, code, error }: ConnectionReturn): Promise<string> {
    const key = await this.transaction.lookUp((manager) => this.attempts.locate(manager, state));
    const slug = key === null ? null : await this.slugFor(person, key);
    const taken = key === null || slug === null ? null : await this.take(person, key);
    if (key === null || taken === null) return this.lostPage(person);
    await this.settle({ ...taken, code: error === undefined ? code : undefined }, person);
    return `/o/${slug}/donnees/connexions/${key.id}`;
  }

  /** The name of the attempt's organisation; null: the person may no longer connect channels there. */
  private async slugFor(person: Person, { organisationId }: AttemptKey): Promise<string | null> {
    const { slug } = await this.organisations.byId(organisationId);
    const places = await this.memberships.organisationsOf(person.id);
    const role = places.find((place) => place.slug === slug)?.role;
    return role !== undefined && mayActAs(role, leastRole.manageChannels) ? slug : null;
  }

  /** Once, by whoever began it, in its time. */
  private take(person: Person, key: AttemptKey): Promise<Omit<Returned, 'code'> | null> {
    return this.transaction.run(key.organisationId, async (manager) => {
      const attempt = await this.attempts.find(manager, key, { startedBy: person.id, now: this.clock() });
      const authorisation = attempt === null ? null : await this.attempts.takeAuthorisation(manager, key);
      return attempt === null || authorisation === null ? null : { attempt, authorisation };
    });
  }

  private async settle(returned: Returned, { language }: Person): Promise<void> {
    const { attempt } = returned;
    const where = { network: attempt.network, locale: language };
    const result = await this.exchange(returned, sayWhere(where)).catch((error: unknown) => {
      const told = toConnectionError(error, { ...where, now: this.clock() });
      if (told instanceof ConnectionError) return told;
      throw told;
    });
    await this.transaction.run(attempt.organisationId, (manager) =>
      result instanceof ConnectionError ? this.attempts.fail(manager, attempt, keepProblem(result)) : this.attempts.offer(manager, attempt, result));
  }

  private async exchange({ attempt, authorisation, code }: Returned, network: string | number): Promise<readonly ChannelChoice[]> {
    const { verifier, redirectUri, settings } = authorisation;
    const place = { network: attempt.network, settings };
    const connecting = this.connectors.of(attempt.network)?.connecting;
    if (code === undefined) throw new ConnectionError('connection-declined', { network });
    const application = await this.applications.find(place);
    if (!connecting?.exchange || application === null) throw new ConnectionError('network-application-missing', { network });
    try {
      const choices = await connecting.exchange({ application, settings, redirectUri, code, verifier });
      if (choices.length === 0) throw new ConnectionError('connection-no-channel', { network });
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
