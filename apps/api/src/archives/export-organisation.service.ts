import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { ACCOUNT_SETTINGS, type AccountSettings } from '../accounts/account-settings.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { migrations } from '../database/migrations/index.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { atOneInstant } from './archive-connection.js';
import type { ArchiveManifest } from './archive-manifest.js';
import { ArchiveWriter } from './archive-writer.js';
import { ExportBusy } from './export-busy.js';
import { writeExport } from './write-export.js';

/** Each holds a connection, and keeps the database from tidying up, for as long as whoever reads it takes. */
const MOST_AT_ONCE = 2;
const LONGEST_MS = 30 * 60_000;

/** Everything an organisation has, in one archive, written while it is read. */
@Injectable()
export class ExportOrganisation {
  private underWay = 0;

  constructor(
    private readonly organisations: OrganisationsService,
    private readonly transaction: TenantTransaction,
    @Inject(ACCOUNT_SETTINGS) private readonly settings: AccountSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For whoever is at the other end of a connection, who may go away or read slowly. @throws ExportBusy */
  async open(organisationId: string): Promise<Readable> {
    const organisation = await this.organisations.byId(organisationId);
    if (this.underWay >= MOST_AT_ONCE) throw new ExportBusy('export-busy');
    this.underWay += 1;
    const archive = new ArchiveWriter(this.clock());
    const tooLong = setTimeout(() => archive.fail(new Error('an export took too long')), LONGEST_MS);
    this.write(organisation, archive)
      .catch((error: unknown) => archive.fail(error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        clearTimeout(tooLong);
        this.underWay -= 1;
      });
    return archive.output;
  }

  async write(organisation: { id: string; name: string; slug: string }, archive: ArchiveWriter): Promise<ArchiveManifest> {
    await this.transaction.run(organisation.id, (manager) => recordAct(manager, 'everything-exported'));
    const names = migrations.map((Migration) => new Migration().name);
    return atOneInstant(this.settings.applicationUrl, (client) => writeExport({ client, organisation, migrations: names, now: this.clock() }, archive));
  }
}
