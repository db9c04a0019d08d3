import type { Role } from '@portee/shared';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A person's place in an organisation. */
@Entity('membership')
export class Membership {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  /** Identifier in better-auth's table of people. */
  @PrimaryColumn('text', { name: 'user_id' }) userId!: string;
  @Column('text') role!: Role;
  /** Of channels that need them. */
  @Column('boolean', { name: 'wants_warnings', default: true }) wantsWarnings!: boolean;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
}
