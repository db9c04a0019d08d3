import type { PostFormat } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Arm } from './draw-arms.js';

/** A place that an experiment drew for one post. */
@Entity('experiment_slot')
export class ExperimentSlot {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid', { name: 'experiment_id' }) experimentId!: string;
  @PrimaryColumn('int') position!: number;
  @Column('int') block!: number;
  @Column('text') arm!: Arm;
  /** With its format: of the post as it was placed; null: none was. */
  @Column('date', { nullable: true }) day!: string | null;
  @Column('text', { nullable: true }) format!: PostFormat | null;
  /** Null with a day: the post that was placed is gone for good. */
  @Column('uuid', { name: 'planned_post_id', nullable: true }) plannedPostId!: string | null;
  /** The post that filled it when it was last looked at; null: none did. */
  @Column('uuid', { name: 'post_id', nullable: true }) postId!: string | null;
}
