import { Column, Entity } from 'typeorm';
import { Planned } from './planned.entity.js';

/** One post that somebody means to publish. */
@Entity('planned_post')
export class PlannedPost extends Planned {
  @Column('date') day!: string;
  /** With the next: the occurrence whose place it takes; null: none. */
  @Column('uuid', { name: 'appointment_id', nullable: true }) appointmentId!: string | null;
  /** The regular day of that occurrence; without appointment it means nothing any more. */
  @Column('date', { name: 'appointment_day', nullable: true }) appointmentDay!: string | null;
}
