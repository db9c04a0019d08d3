import type { Objective as ObjectiveView } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Undoable } from './undoable.js';

/** What a channel is to reach in a quarter. */
@Entity('objective')
export class Objective implements Undoable {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'channel_id' }) channelId!: string;
  /** `YYYY-Qn` */
  @Column('text') quarter!: string;
  @Column('text') measure!: ObjectiveView['measure'];
  /** Of a reach rate a fraction, of posts a whole number. */
  @Column('float8') target!: number;
  /** Counts its changes: an update names the one it was made from. */
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
}
