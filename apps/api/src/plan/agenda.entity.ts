import type { AgendaLeftOut } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Undoable } from './undoable.js';

/** The centre's own agenda, as one file told it. One stands; the one before it stays as long as that can be undone. */
@Entity('agenda')
export class Agenda implements Undoable {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz', { name: 'imported_at' }) importedAt!: Date;
  /** A role, never a person. */
  @Column('text', { name: 'imported_by' }) importedBy!: string;
  /** Days that were kept of it, both included. */
  @Column('date', { name: 'from_day' }) from!: string;
  @Column('date', { name: 'to_day' }) to!: string;
  /** Events of the file. */
  @Column('int') told!: number;
  /** Times that were kept of them. */
  @Column('int') kept!: number;
  @Column('jsonb', { name: 'left_out' }) leftOut!: AgendaLeftOut[];
  @Column('jsonb', { name: 'unknown_zones' }) unknownZones!: string[];
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
}
