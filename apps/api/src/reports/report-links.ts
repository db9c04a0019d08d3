import { Inject, Injectable } from '@nestjs/common';
import { addDays, type CreateReportLink, type Locale, localDay, type ReportLink, toInstant } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { AuthPort, type Person } from '../accounts/auth-port.js';
import { Organisation } from '../accounts/organisation.entity.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { hashOfSecret, newSecret } from '../operations/bearer-secret.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { ReportError } from './report-error.js';
import { ReportLinkRow } from './report-link.entity.js';

/** Standing at once, those whose time is over included. */
const MAX_LINKS = 200;

interface Place { id: string; timeZone: string }

/** What a link opens. */
export interface OpenedReport {
  organisationId: string;
  slug: string;
  month: string;
  language: Locale;
  /** The last day on which it opens. */
  lastDay: string;
}

/** Links by which people without an account read the report of a month. The link is the key: only its hash is kept. */
@Injectable()
export class ReportLinks {
  constructor(
    private readonly auth: AuthPort,
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Latest first; those whose time is over too. */
  list({ id: organisationId, timeZone }: Place): Promise<ReportLink[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const rows = await manager.find(ReportLinkRow, { where: { organisationId }, order: { createdAt: 'DESC', id: 'DESC' } });
      const makers = await this.auth.peopleOf(manager, [...new Set(rows.flatMap(({ madeBy }) => madeBy ?? []))]);
      return rows.map((row) => this.toView(row, { timeZone, madeBy: makers.find(({ id }) => id === row.madeBy)?.name ?? null }));
    });
  }

  /** Open until the end of a day, where the organisation is. @returns the secret too, which nobody can read again later. @throws ReportError report-link-limit */
  create({ id: organisationId, timeZone }: Place, { month, days, language }: CreateReportLink, maker: Person): Promise<{ link: ReportLink; token: string }> {
    const [token, createdAt] = [newSecret(), this.clock()];
    const expiresAt = toInstant(`${addDays(localDay(createdAt, timeZone), days + 1)}T00:00`, timeZone).instant;
    const row = { organisationId, id: newId(), month, language, tokenHash: hashOfSecret(token), madeBy: maker.id, createdAt, expiresAt, reads: 0, lastReadAt: null };
    return this.transaction.run(organisationId, async (manager) => {
      if ((await manager.countBy(ReportLinkRow, { organisationId })) >= MAX_LINKS) throw new ReportError('report-link-limit', { most: MAX_LINKS });
      await manager.insert(ReportLinkRow, row);
      await recordAct(manager, 'report-shared', { subject: month });
      return { link: this.toView(row, { timeZone, madeBy: maker.name }), token };
    });
  }

  /** From now on it opens nothing. @throws ReportError report-link-not-found */
  takeBack(organisationId: string, id: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      const row = await manager.findOneBy(ReportLinkRow, { organisationId, id });
      const { affected } = await manager.delete(ReportLinkRow, { organisationId, id });
      if (row === null || !affected) throw new ReportError('report-link-not-found');
      await recordAct(manager, 'report-link-taken-back', { subject: row.month });
    });
  }

  /**
   * What a link opens, now. Unknown, taken back and over are told alike.
   * @param isRead  to be counted; a program that only asks for headers reads nothing
   * @throws ReportError shared-report-not-found
   */
  async open(token: string, { isRead }: { isRead: boolean }): Promise<OpenedReport> {
    const [place]: { organisationId: string; id: string }[] = await this.transaction.lookUp((manager) =>
      manager.query('SELECT organisation_id AS "organisationId", link_id AS id FROM report_link_by_hash($1)', [hashOfSecret(token)]));
    if (place === undefined) throw new ReportError('shared-report-not-found');
    return this.transaction.run(place.organisationId, async (manager) => {
      const row = await manager.findOne(ReportLinkRow, { where: { ...place }, lock: { mode: 'pessimistic_write' } });
      if (row === null || row.expiresAt <= this.clock()) throw new ReportError('shared-report-not-found');
      const { slug, timeZone } = await manager.findOneByOrFail(Organisation, { id: place.organisationId });
      if (isRead) await this.countRead(manager, row, timeZone);
      return { organisationId: place.organisationId, slug, month: row.month, language: row.language, lastDay: lastDayOf(row, timeZone) };
    });
  }

  /** Each read is counted; the journal says the first of each day, so that nobody can fill it. */
  private async countRead(manager: EntityManager, { organisationId, id, month, reads, lastReadAt }: ReportLinkRow, timeZone: string): Promise<void> {
    const now = this.clock();
    await manager.update(ReportLinkRow, { organisationId, id }, { reads: reads + 1, lastReadAt: now });
    if (lastReadAt !== null && localDay(lastReadAt, timeZone) === localDay(now, timeZone)) return;
    await recordAct(manager, 'report-read-by-link', { subject: month, actor: { kind: 'link', id: null } });
  }

  private toView(row: ReportLinkRow, { timeZone, madeBy }: { timeZone: string; madeBy: string | null }): ReportLink {
    const { id, month, language, createdAt, expiresAt, reads, lastReadAt } = row;
    return {
      id, month, language, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), lastDay: lastDayOf(row, timeZone), isOver: expiresAt <= this.clock(),
      madeBy, reads, lastReadAt: lastReadAt?.toISOString() ?? null,
    };
  }
}

function lastDayOf({ expiresAt }: Pick<ReportLinkRow, 'expiresAt'>, timeZone: string): string {
  return localDay(new Date(expiresAt.getTime() - 1), timeZone);
}
