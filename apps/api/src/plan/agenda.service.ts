import { Inject, Injectable } from '@nestjs/common';
import { addMonthsToDay, type Agenda as AgendaView, AGENDA_MONTHS_AHEAD, AGENDA_MONTHS_BACK, localDay } from '@portee/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { OrganisationContext } from '../accounts/caller.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { AgendaError } from './agenda-error.js';
import { insertAgendaEvents } from './agenda-events.query.js';
import { Agenda } from './agenda.entity.js';
import { forgetAgendas } from './forget-agendas.query.js';
import { readAgenda } from './read-agenda.js';

type Centre = Pick<OrganisationContext, 'id' | 'timeZone' | 'role'>;
/** What whoever changes it has before their eyes: an agenda, none, or nothing that they would say. */
type Seen = string | undefined;

/** The centre's own agenda: one stands, the next one takes its place, and that can be undone. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null: there is none. */
  standing(organisationId: string): Promise<AgendaView | null> {
    return this.transaction.run(organisationId, async (manager) => toView(await findStanding(manager, organisationId)));
  }

  /** @throws ChangedMeanwhile; AgendaError agenda-unreadable, agenda-empty, agenda-too-full */
  async replace({ id: organisationId, timeZone, role }: Centre, file: Uint8Array, seen: Seen): Promise<AgendaView> {
    const today = localDay(this.clock(), timeZone);
    const span = { from: addMonthsToDay(today, -AGENDA_MONTHS_BACK), to: addMonthsToDay(today, AGENDA_MONTHS_AHEAD) };
    const { events, ...told } = await readAgenda(file, { span, zone: timeZone });
    return this.change(organisationId, async (manager) => {
      const last = await takeOutStanding(manager, { organisationId, seen, at: this.clock() });
      const agenda = { organisationId, id: newId(), importedAt: this.clock(), importedBy: role, ...span, ...told, kept: events.length, deletedAt: null };
      await manager.insert(Agenda, agenda);
      await insertAgendaEvents(manager, { organisationId, agendaId: agenda.id }, events);
      await forgetAgendas(manager, { organisationId, last, at: this.clock() });
      return agenda;
    });
  }

  /** @throws AgendaError agenda-not-found */
  remove(organisationId: string, id: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      const { affected } = await manager.update(Agenda, { organisationId, id, deletedAt: IsNull() }, { deletedAt: this.clock() });
      if (affected !== 1) throw new AgendaError('agenda-not-found');
      await forgetAgendas(manager, { organisationId, last: id, at: this.clock() });
    });
  }

  /** Another one that stands meanwhile gives way to it. @throws ChangedMeanwhile, AgendaError agenda-not-found */
  restore(organisationId: string, id: string, seen: Seen): Promise<AgendaView> {
    return this.change(organisationId, async (manager) => {
      const kept = await manager.findOneBy(Agenda, { organisationId, id });
      if (kept === null) throw new AgendaError('agenda-not-found');
      if (kept.deletedAt === null) return kept;
      await takeOutStanding(manager, { organisationId, seen, at: this.clock() });
      await manager.update(Agenda, { organisationId, id }, { deletedAt: null });
      return kept;
    });
  }

  private async change(organisationId: string, work: (manager: EntityManager) => Promise<Agenda>): Promise<AgendaView> {
    try {
      return viewOf(await this.transaction.run(organisationId, work));
    } catch (cause) {
      // Somebody else put one there at the same moment.
      if (isUniqueViolation(cause)) throw new ChangedMeanwhile(await this.standing(organisationId));
      throw cause;
    }
  }
}

export function findStanding(manager: EntityManager, organisationId: string): Promise<Agenda | null> {
  return manager.findOneBy(Agenda, { organisationId, deletedAt: IsNull() });
}

/** The one that was taken out; null: none stood. @throws ChangedMeanwhile where another one stands than whoever changes it has seen */
async function takeOutStanding(manager: EntityManager, { organisationId, seen, at }: { organisationId: string; seen: Seen; at: Date }): Promise<string | null> {
  const standing = await manager.findOne(Agenda, { where: { organisationId, deletedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
  if (seen !== undefined && seen !== (standing?.id ?? 'none')) throw new ChangedMeanwhile(toView(standing));
  if (standing !== null) await manager.update(Agenda, { organisationId, id: standing.id }, { deletedAt: at });
  return standing?.id ?? null;
}

function toView(agenda: Agenda | null): AgendaView | null {
  return agenda === null ? null : viewOf(agenda);
}

function viewOf({ organisationId: _organisation, deletedAt: _deletion, importedAt, ...agenda }: Agenda): AgendaView {
  return { ...agenda, importedAt: importedAt.toISOString() };
}
