import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was decided of one occurrence of an appointment. */
@Entity('appointment_exception')
export class AppointmentException {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid', { name: 'appointment_id' }) appointmentId!: string;
  /** The regular one. */
  @PrimaryColumn('date') day!: string;
  @Column('text') kind!: 'skipped' | 'moved';
  @Column('date', { name: 'moved_to_day', nullable: true }) movedToDay!: string | null;
  /** Null: at the regular time. */
  @Column('text', { name: 'moved_to_time', nullable: true }) movedToTime!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  /** Which of the decisions of its appointment it is: no two have the same. */
  @Column('int') version!: number;
}
