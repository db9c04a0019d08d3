import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { OrganisationsService } from './organisations.service.js';

interface Place {
  id: string;
  role: string;
}

/** Who runs the installation. */
@Injectable()
export class Hosts {
  constructor(private readonly transaction: TenantTransaction, private readonly organisations: OrganisationsService) {}

  /** Whether a person is an owner of the installation's first organisation, demonstrations apart. */
  async isHost(personId: string): Promise<boolean> {
    const places: Place[] = await this.transaction.lookUp((manager) => manager.query('SELECT organisation_id AS id, role FROM memberships_of($1)', [personId]));
    const owned = places.filter(({ role }) => role === 'owner').map(({ id }) => id);
    return owned.length > 0 && owned.includes((await this.firstOrganisation()) ?? '');
  }

  private async firstOrganisation(): Promise<string | null> {
    const rows: { id: string }[] = await this.transaction.lookUp((manager) => manager.query('SELECT organisation_ids AS id FROM organisation_ids()'));
    for (const { id } of rows) if (!(await this.organisations.byId(id)).isDemonstration) return id;
    return null;
  }
}
