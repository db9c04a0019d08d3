import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A centre, association or municipality with its channels: the tenant. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid') id!: string;
  /** Its name in addresses: lower case, digits and hyphens. */
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  /** Fictitious figures: every page and every paper says so. */
  @Column('boolean', { name: 'is_demonstration' }) isDemonstration!: boolean;
  /** An owner asked for its deletion, and may take that back until then; null: nobody did. */
  @Column('timestamptz', { name: 'deletes_at', nullable: true }) deletesAt!: Date | null;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
}
