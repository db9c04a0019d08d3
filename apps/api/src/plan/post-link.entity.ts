import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What people say of which plan a published post fills. */
@Entity('post_link')
export class PostLink {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid', { name: 'post_id' }) postId!: string;
  /** `plan`: the one named; `none`: none at all; `found`: what was said was taken back. */
  @Column('text') kind!: 'plan' | 'none' | 'found';
  @Column('uuid', { name: 'planned_post_id', nullable: true }) plannedPostId!: string | null;
  /** With the next: an occurrence, by its regular day. */
  @Column('uuid', { name: 'appointment_id', nullable: true }) appointmentId!: string | null;
  @Column('date', { name: 'appointment_day', nullable: true }) appointmentDay!: string | null;
  /** A role, never a person. */
  @Column('text', { name: 'linked_by' }) linkedBy!: string;
  @Column('timestamptz', { name: 'linked_at' }) linkedAt!: Date;
  /** Counts its changes, those taken back included. */
  @Column('int') version!: number;
}
