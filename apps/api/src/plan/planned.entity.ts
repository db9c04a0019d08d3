import type { PostFormat } from '@portee/shared';
import { Column, PrimaryColumn } from 'typeorm';
import type { Undoable } from './undoable.js';

/** What anything in the calendar of the plan has. */
export abstract class Planned implements Undoable {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'channel_id' }) channelId!: string;
  @Column('text') title!: string;
  /** `HH:MM` in the zone of the channel. */
  @Column('text') time!: string;
  @Column('text', { nullable: true }) format!: PostFormat | null;
  @Column('uuid', { name: 'theme_id', nullable: true }) themeId!: string | null;
  /** What whoever it falls to is called; never a person. */
  @Column('text', { nullable: true }) role!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  /** Counts its changes: an update names the one it was made from. */
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
}
