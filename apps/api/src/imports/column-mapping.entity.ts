import type { ColumnMapping } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person once said the columns of a kind of file mean, so as not to be asked again. */
@Entity('column_mapping')
export class ColumnMappingMemory {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  /** Of the header line. */
  @PrimaryColumn('text') fingerprint!: string;
  @Column('jsonb') mapping!: ColumnMapping;
  @Column('timestamptz', { name: 'used_at' }) usedAt!: Date;
}
