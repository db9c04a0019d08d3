import type { RecommendationDecision } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a team decided of a recommendation, with what was known then. A later one takes its place and leaves it as history. */
@Entity('recommendation_decision')
export class Decision {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'recommendation_id' }) recommendationId!: string;
  @Column('uuid', { name: 'channel_id' }) channelId!: string;
  @Column('text') dimension!: RecommendationDecision['dimension'];
  @Column('text', { nullable: true }) level!: string | null;
  @Column('text') decision!: RecommendationDecision['decision'];
  @Column('text', { nullable: true }) reason!: string | null;
  /** Of a postponed one: the first day on which it is asked again. */
  @Column('date', { nullable: true }) until!: string | null;
  @Column('jsonb') said!: RecommendationDecision['said'];
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;
  /** A role, never a person. */
  @Column('text', { name: 'decided_by' }) decidedBy!: string;
  /** Set: it was taken back, as if it had never been taken. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
}
