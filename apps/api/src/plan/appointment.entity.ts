import { Column, Entity } from 'typeorm';
import { Planned } from './planned.entity.js';

/** A recurring slot promised to the public. */
@Entity('appointment')
export class Appointment extends Planned {
  /** 1 is Monday, 7 Sunday. */
  @Column('smallint') weekday!: number;
  /** 1 to 4, counted from the first such weekday on or after `fromDay`. */
  @Column('smallint', { name: 'every_weeks' }) everyWeeks!: number;
  @Column('date', { name: 'from_day' }) fromDay!: string;
  /** The last day it may fall on; null: without end. */
  @Column('date', { name: 'to_day', nullable: true }) toDay!: string | null;
  @Column('boolean', { name: 'skips_holidays' }) skipsHolidays!: boolean;
  /** Decisions taken of its occurrences so far, undone ones included. */
  @Column('int') decisions!: number;
}
