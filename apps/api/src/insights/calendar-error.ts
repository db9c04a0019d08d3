import { DomainError } from '../operations/domain-error.js';

/** Why a calendar of school holidays could not be read. The list it was to replace stays. */
export class CalendarError extends DomainError<
  'file-missing' | 'file-too-large' | 'upload-cut' | 'calendar-unreadable' | 'calendar-empty' | 'calendar-repeats' | 'calendar-days-wrong' | 'calendar-too-long'
> {}
