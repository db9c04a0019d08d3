import type { Role } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who is awaited. Taken up or taken back, the row goes. */
@Entity('invitation')
export class InvitationRow {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** In lower case; null: whoever has the link. */
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text') role!: Role;
  /** Person; null: the command line. */
  @Column('text', { name: 'invited_by', nullable: true }) invitedBy!: string | null;
  /** The mail that carries its link; null: its link was handed over. */
  @Column('uuid', { name: 'mail_id', nullable: true }) mailId!: string | null;
  /** SHA-256 of what the link holds. */
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
