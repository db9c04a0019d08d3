import { Inject, Injectable } from '@nestjs/common';
import { type OrganisationView, type Role, type UpdateOrganisation, localDay } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { AccountError } from './account-error.js';
import { Organisation } from './organisation.entity.js';
import { readFigureSpan } from './figure-span.query.js';
import { slugFrom } from './slug.js';

export interface NewOrganisation {
  name: string;
  /** Its name in addresses; absent: made from the name, with a number where it is taken. */
  slug?: string | undefined;
  timeZone: string;
  isDemonstration?: boolean;
}

/** Organisations of this installation. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Creates an organisation, and in the same transaction whatever `also` adds to it.
   * @throws AccountError slug-taken  where a slug was asked for and another organisation has it
   */
  async create(wanted: NewOrganisation, also: (manager: EntityManager, organisation: Organisation) => Promise<void> = async () => {}): Promise<Organisation> {
    const slug = wanted.slug ?? (await this.freeSlug(slugFrom(wanted.name)));
    const organisation = { id: newId(), slug, name: wanted.name, timeZone: wanted.timeZone, isDemonstration: wanted.isDemonstration ?? false, deletesAt: null, createdAt: this.clock() };
    await this.transaction.run(organisation.id, async (manager) => {
      await insertOrganisation(manager, organisation);
      await also(manager, organisation);
    });
    return organisation;
  }

  /** Every organisation, oldest first: for the command line. */
  async list(): Promise<Organisation[]> {
    const rows: { id: string }[] = await this.transaction.lookUp((manager) => manager.query('SELECT organisation_ids AS id FROM organisation_ids()'));
    const found: Organisation[] = [];
    for (const { id } of rows) found.push(await this.byId(id));
    return found;
  }

  /** @throws AccountError organisation-not-found */
  async bySlug(slug: string): Promise<Organisation> {
    const id = await this.idOf(slug);
    if (id === null) throw new AccountError('organisation-not-found');
    return this.byId(id);
  }

  /** @throws AccountError organisation-not-found */
  byId(id: string): Promise<Organisation> {
    return this.transaction.run(id, (manager) => findOrganisation(manager, id));
  }

  /** What its people see of it first: its name, its zone, and since when there are figures. */
  view(id: string, role: Role): Promise<OrganisationView> {
    return this.transaction.run(id, async (manager) => {
      const organisation = await findOrganisation(manager, id);
      const { slug, name, timeZone, isDemonstration, deletesAt } = organisation;
      return { id, slug, name, timeZone, isDemonstration, deletesAt: deletesAt?.toISOString() ?? null, role, today: localDay(this.clock(), timeZone), ...(await readFigureSpan(manager, id)) };
    });
  }

  /** A new zone holds for channels created from now on; each channel keeps its own. */
  async update(id: string, wanted: UpdateOrganisation, role: Role): Promise<OrganisationView> {
    const changes = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    if (Object.keys(changes).length > 0) {
      await this.transaction.run(id, async (manager) => {
        await manager.update(Organisation, { id }, changes);
        await recordAct(manager, 'organisation-changed', { subject: Object.values(changes).join(', ') });
      });
    }
    return this.view(id, role);
  }

  private async idOf(slug: string): Promise<string | null> {
    const rows: { id: string | null }[] = await this.transaction.lookUp((manager) => manager.query('SELECT organisation_id_by_slug($1) AS id', [slug]));
    return rows[0]?.id ?? null;
  }

  private async freeSlug(base: string): Promise<string> {
    let slug = base;
    for (let number = 2; (await this.idOf(slug)) !== null; number += 1) slug = `${base}-${number}`;
    return slug;
  }
}

async function insertOrganisation(manager: EntityManager, organisation: Organisation): Promise<void> {
  try {
    await manager.insert(Organisation, organisation);
  } catch (cause) {
    throw isUniqueViolation(cause) ? new AccountError('slug-taken', { slug: organisation.slug }, { cause }) : cause;
  }
}

async function findOrganisation(manager: EntityManager, id: string): Promise<Organisation> {
  const organisation = await manager.findOneBy(Organisation, { id });
  if (!organisation) throw new AccountError('organisation-not-found');
  return organisation;
}
