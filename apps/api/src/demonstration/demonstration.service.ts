import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountError } from '../accounts/account-error.js';
import { addMember } from '../accounts/memberships.js';
import { Organisation } from '../accounts/organisation.entity.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { asActor } from '../operations/acting.js';
import { RecommendationsService } from '../recommendations/recommendations.service.js';
import { DEMONSTRATION_NAME, DEMONSTRATION_SLUG, DEMONSTRATION_TIME_ZONE } from './centre.js';
import { writeDemonstration } from './write-demonstration.js';

/** Who may look at the demonstration: the person who asked, or everybody who has an account. */
export type DemonstrationAudience = { personId: string } | 'everybody';

export interface LoadedDemonstration {
  slug: string;
  name: string;
  /** False: it stood already, and nothing was written. */
  isNew: boolean;
}

/** A fictitious centre to look around in. It goes as it came, without trace. */
@Injectable()
export class DemonstrationService {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly transaction: TenantTransaction,
    private readonly recommendations: RecommendationsService,
  ) {}

  /**
   * Eighteen months ending now, in one transaction; loaded a second time, only the place of who asked is added.
   * @throws AccountError slug-taken  where a real organisation bears the demonstration's name in addresses
   */
  async load(now: Date, audience: DemonstrationAudience): Promise<LoadedDemonstration> {
    const standing = await this.find();
    if (standing) return this.join(standing, audience);
    const wanted = { name: DEMONSTRATION_NAME, slug: DEMONSTRATION_SLUG, timeZone: DEMONSTRATION_TIME_ZONE, isDemonstration: true };
    try {
      await this.organisations.create(wanted, async (manager, { id }) => {
        // Nobody did what its story tells.
        await asActor({ kind: 'portee', id: null }, () => writeDemonstration(manager, id, { now, recommendations: this.recommendations }));
        await openTo(manager, id, audience);
      });
      return { slug: DEMONSTRATION_SLUG, name: DEMONSTRATION_NAME, isNew: true };
    } catch (error) {
      const other = isSlugTaken(error) ? await this.find() : null;
      if (!other) throw error;
      return this.join(other, audience); // somebody else was faster
    }
  }

  /** Deletes the demonstration and everything in it. @returns false: there was none */
  async remove(): Promise<boolean> {
    const standing = await this.find();
    if (!standing) return false;
    await this.transaction.run(standing.id, (manager) => manager.delete(Organisation, { id: standing.id, isDemonstration: true }));
    return true;
  }

  /** @throws AccountError slug-taken  where a real organisation bears the name: it is nobody's to overwrite or to delete */
  private async find(): Promise<Organisation | null> {
    const organisation = await this.organisations.bySlug(DEMONSTRATION_SLUG).catch((error: unknown) => {
      if (error instanceof AccountError && error.reason === 'organisation-not-found') return null;
      throw error;
    });
    if (organisation && !organisation.isDemonstration) throw new AccountError('slug-taken', { slug: DEMONSTRATION_SLUG });
    return organisation;
  }

  private async join(standing: Organisation, audience: DemonstrationAudience): Promise<LoadedDemonstration> {
    await this.transaction.run(standing.id, (manager) => openTo(manager, standing.id, audience));
    return { slug: standing.slug, name: standing.name, isNew: false };
  }
}

/** Everybody is an owner here: there is nothing to guard, and whoever is done with it may remove it. */
async function openTo(manager: EntityManager, organisationId: string, audience: DemonstrationAudience): Promise<void> {
  if (audience !== 'everybody') return addMember(manager, { organisationId, userId: audience.personId, role: 'owner' });
  await manager.query(
    `INSERT INTO membership (organisation_id, user_id, role) SELECT $1, id, 'owner' FROM auth."user"
     ON CONFLICT (organisation_id, user_id) DO UPDATE SET role = excluded.role`,
    [organisationId],
  );
}

function isSlugTaken(error: unknown): boolean {
  return error instanceof AccountError && error.reason === 'slug-taken';
}
