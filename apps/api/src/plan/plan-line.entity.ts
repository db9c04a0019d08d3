import type { PlanLine as PlanLineView } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Undoable } from './undoable.js';

/** Something that the team means to do: born from a recommendation, or written by hand. */
@Entity('plan_line')
export class PlanLine implements Undoable {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** Null: of all channels. */
  @Column('uuid', { name: 'channel_id', nullable: true }) channelId!: string | null;
  /** The decision that it was born from; null: written by hand. */
  @Column('uuid', { name: 'decision_id', nullable: true }) decisionId!: string | null;
  @Column('text') kind!: PlanLineView['kind'];
  @Column('text') title!: string;
  @Column('text', { nullable: true }) note!: string | null;
  /** What whoever it falls to is called; never a person. */
  @Column('text', { nullable: true }) role!: string | null;
  @Column('date', { name: 'from_day' }) fromDay!: string;
  @Column('date', { name: 'to_day', nullable: true }) toDay!: string | null;
  /** Counts its changes: an update names the one it was made from. */
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
}
