import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A tag that a team gives to its posts. */
@Entity('theme')
export class Theme {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** Its own among the themes of the organisation, case ignored. */
  @Column('text') name!: string;
  /** As they were typed; posts whose text holds one have the theme by themselves. */
  @Column('text', { array: true }) words!: string[];
  /** In lower case. Files that tell of one of these still mean this theme; no other theme bears them. */
  @Column('text', { array: true, name: 'earlier_names', default: [] }) earlierNames!: string[];
}
