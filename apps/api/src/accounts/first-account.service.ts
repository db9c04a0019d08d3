import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type CreateFirstAccount, firstAccountSentences, speaker } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { recordAct } from '../operations/record-act.js';
import { AccountError } from './account-error.js';
import { ACCOUNT_SETTINGS, type AccountSettings } from './account-settings.js';
import { AuthPort } from './auth-port.js';
import { becomeFirstHost } from './hosts.js';
import { addMember } from './memberships.js';
import type { Organisation } from './organisation.entity.js';
import { OrganisationsService } from './organisations.service.js';

/** Any constant will do; it must only be the same in every Portée process. */
const FIRST_ACCOUNT_LOCK = 7_305_002;
/** Of an organisation that nobody named; its zone and its name are changed in the settings. */
const USUAL_TIME_ZONE = 'Europe/Brussels';

/** The very first account, which opens the house. */
@Injectable()
export class FirstAccountService implements OnApplicationBootstrap {
  constructor(
    private readonly auth: AuthPort,
    private readonly transaction: TenantTransaction,
    private readonly organisations: OrganisationsService,
    @Inject(ACCOUNT_SETTINGS) private readonly settings: AccountSettings,
  ) {}

  /** Unattended set-up: the account of PORTEE_ADMIN_EMAIL, unless somebody has one already. */
  async onApplicationBootstrap(): Promise<void> {
    const { firstAccount, language } = this.settings;
    if (firstAccount === null || !(await this.isNeeded())) return;
    const name = firstAccount.email.split('@')[0] ?? firstAccount.email;
    const organisation = speaker(firstAccountSentences, language)('organisation');
    await this.open({ ...firstAccount, name, organisation, timeZone: USUAL_TIME_ZONE, language }).catch(ignoreOtherProcess);
  }

  isNeeded(): Promise<boolean> {
    return this.transaction.lookUp((manager) => this.auth.isEmpty(manager));
  }

  /**
   * Creates the organisation, its owner and the owner's place in it, all or nothing.
   * @throws AccountError setup-code-wrong, first-account-exists
   */
  async create(wanted: CreateFirstAccount): Promise<Organisation> {
    const { setupCode } = this.settings;
    if (setupCode !== null && !isSameCode(wanted.setupCode ?? '', setupCode)) throw new AccountError('setup-code-wrong');
    return this.open(wanted);
  }

  private open(wanted: Omit<CreateFirstAccount, 'setupCode'>): Promise<Organisation> {
    const created = this.organisations.create({ name: wanted.organisation, timeZone: wanted.timeZone }, async (manager, { id }) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [FIRST_ACCOUNT_LOCK]);
      if (!(await this.auth.isEmpty(manager))) throw new AccountError('first-account-exists');
      const { id: userId } = await this.auth.createPerson(manager, wanted);
      await addMember(manager, { organisationId: id, userId, role: 'owner' });
      await becomeFirstHost(manager, userId);
      await recordAct(manager, 'joined', { subject: 'owner', actor: { kind: 'person', id: userId } });
    });
    return created.catch((error: unknown) => {
      // The slug was free a moment ago: somebody else opened the house with the same name.
      throw isRefusal(error, 'slug-taken') ? new AccountError('first-account-exists', {}, { cause: error }) : error;
    });
  }
}

/** Another process of the same installation was faster: the account is there, which is all that was asked. */
function ignoreOtherProcess(error: unknown): void {
  if (!isRefusal(error, 'first-account-exists')) throw error;
}

function isRefusal(error: unknown, reason: AccountError['reason']): boolean {
  return error instanceof AccountError && error.reason === reason;
}

/** People may type the code in lower case, with or without its hyphen. */
function isSameCode(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((code) => Buffer.from(code.toUpperCase().replace(/[^A-Z0-9]/g, '')));
  return a !== undefined && b !== undefined && a.length === b.length && timingSafeEqual(a, b);
}
