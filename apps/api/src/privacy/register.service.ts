import { Inject, Injectable } from '@nestjs/common';
import { type ProcessingRegister, type RegisterFields, type Role, roles } from '@portee/shared';
import { AuthPort } from '../accounts/auth-port.js';
import { Membership } from '../accounts/membership.entity.js';
import { Organisation } from '../accounts/organisation.entity.js';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { recordAct } from '../operations/record-act.js';
import { readPrivacySettings, writeRegister } from './privacy-settings.query.js';

/** What the register of processing (GDPR, article 30) says of an organisation, from what is so. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly auth: AuthPort,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  read(organisationId: string): Promise<ProcessingRegister> {
    return this.transaction.run(organisationId, async (manager) => {
      const { name } = await manager.findOneByOrFail(Organisation, { id: organisationId });
      const places = await manager.findBy(Membership, { organisationId });
      const people = await this.auth.peopleOf(manager, places.map(({ userId }) => userId));
      const networks = await manager.query<ProcessingRegister['networks']>(
        `SELECT network, count(*)::int AS channels FROM channel WHERE organisation_id = $1 AND state IN ('connected', 'needs-reconnection', 'paused') GROUP BY network ORDER BY network`,
        [organisationId],
      );
      const authors = await manager.query<unknown[]>('SELECT 1 FROM post WHERE organisation_id = $1 AND author_role IS NOT NULL LIMIT 1', [organisationId]);
      const { fields, retention } = await readPrivacySettings(manager, organisationId);
      return {
        organisation: name, fields, retention, networks,
        people: { roles: roles.map((role) => ({ role, count: countOf(places, role) })), withSecondFactor: people.filter(({ hasSecondFactor }) => hasSecondFactor).length },
        hasMail: this.environment.smtpUrl !== null, isEncryptedInTransit: this.environment.publicUrl?.startsWith('https:') ?? false,
        hasOwnServer: this.environment.databaseUrl !== null, hasAuthorRoles: authors.length > 0,
      };
    });
  }

  write(organisationId: string, fields: RegisterFields): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      await writeRegister(manager, organisationId, fields);
      await recordAct(manager, 'privacy-changed');
    });
  }
}

function countOf(places: readonly { role: Role }[], role: Role): number {
  return places.filter((place) => place.role === role).length;
}
