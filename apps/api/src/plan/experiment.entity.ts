import type { AdviceDimension, Experiment as ExperimentView } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExperimentReading } from './read-experiment.js';

/** Two ways of publishing, tried by drawn lots. All but its end is stored before its first post, and never changes. */
@Entity('experiment')
export class Experiment {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'channel_id' }) channelId!: string;
  @Column('uuid', { name: 'recommendation_id' }) recommendationId!: string;
  @Column('text') dimension!: AdviceDimension;
  /** The one in question, and the one it is tried against. */
  @Column('text') level!: string;
  @Column('text') against!: string;
  /** The effect that its size is made to see, a fraction. */
  @Column('double precision') sees!: number;
  /** Posts of each arm at which it is read. */
  @Column('int', { name: 'each_arm' }) eachArm!: number;
  @Column('bigint') seed!: number;
  @Column('text') metric!: 'reach-rate';
  @Column('date', { name: 'starts_day' }) startsDay!: string;
  /** The last on which a post may be published for it. */
  @Column('date', { name: 'last_day' }) lastDay!: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  /** A role, never a person. */
  @Column('text', { name: 'started_by' }) startedBy!: string;
  @Column('text') state!: ExperimentView['state'];
  /** Written once; null: not read. */
  @Column('jsonb', { nullable: true }) reading!: ExperimentReading | null;
  /** When it was read or given up. */
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  /** Counts its changes: whoever extends or gives up names the one they saw. */
  @Column('int') version!: number;
}
