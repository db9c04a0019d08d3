import type {
  Appointment, CreateAppointment, CreatePlannedPost, DecidedOccurrence, DecideOccurrence, NewPlanFeed, PlannedPost, UpdateAppointment, UpdatePlannedPost,
} from '@portee/shared';
import { read, send } from './client.js';
import { organisationPath } from './organisation.queries.js';

/** One occurrence, by the day on which the rule puts it. */
export interface OccurrenceName { appointmentId: string; day: string }

/** What one does in the calendar of an organisation. */
export interface CalendarDoors {
  readPost: (id: string) => Promise<PlannedPost>;
  createPost: (post: CreatePlannedPost) => Promise<PlannedPost>;
  updatePost: (id: string, post: UpdatePlannedPost) => Promise<PlannedPost>;
  removePost: (id: string) => Promise<null>;
  restorePost: (id: string) => Promise<PlannedPost>;
  readAppointment: (id: string) => Promise<Appointment>;
  createAppointment: (appointment: CreateAppointment) => Promise<Appointment>;
  updateAppointment: (id: string, appointment: UpdateAppointment) => Promise<Appointment>;
  removeAppointment: (id: string) => Promise<null>;
  restoreAppointment: (id: string) => Promise<Appointment>;
  decide: (name: OccurrenceName, decision: DecideOccurrence) => Promise<DecidedOccurrence>;
  /** The occurrence takes place again where the rule puts it; refused where another decision stands than that of the version. */
  free: (name: OccurrenceName, version: number) => Promise<null>;
  /** A new secret address; null: with what falls to every role. */
  createFeed: (role: string | null) => Promise<NewPlanFeed>;
  /** Another address for the same feed; the one before opens nothing any more. */
  renewFeed: (id: string) => Promise<NewPlanFeed>;
  revokeFeed: (id: string) => Promise<null>;
}

export function calendarDoors(slug: string): CalendarDoors {
  const path = (kind: 'posts' | 'appointments' | 'feeds', ...parts: string[]): string => organisationPath(slug, ['/plan', kind, ...parts.map(encodeURIComponent)].join('/'));
  const exception = ({ appointmentId, day }: OccurrenceName): string => path('appointments', appointmentId, 'exceptions', day);
  return {
    readPost: (id) => read('plannedPost', path('posts', id)),
    createPost: (body) => send('POST', path('posts'), { answer: 'plannedPost', body }),
    updatePost: (id, body) => send('PUT', path('posts', id), { answer: 'plannedPost', body }),
    removePost: (id) => send('DELETE', path('posts', id), { answer: 'nothing' }),
    restorePost: (id) => send('POST', path('posts', id, 'restore'), { answer: 'plannedPost' }),
    readAppointment: (id) => read('appointment', path('appointments', id)),
    createAppointment: (body) => send('POST', path('appointments'), { answer: 'appointment', body }),
    updateAppointment: (id, body) => send('PUT', path('appointments', id), { answer: 'appointment', body }),
    removeAppointment: (id) => send('DELETE', path('appointments', id), { answer: 'nothing' }),
    restoreAppointment: (id) => send('POST', path('appointments', id, 'restore'), { answer: 'appointment' }),
    decide: (name, body) => send('PUT', exception(name), { answer: 'decidedOccurrence', body }),
    free: (name, version) => send('DELETE', `${exception(name)}?version=${version}`, { answer: 'nothing' }),
    createFeed: (role) => send('POST', path('feeds'), { answer: 'newPlanFeed', body: { role } }),
    renewFeed: (id) => send('POST', path('feeds', id, 'renew'), { answer: 'newPlanFeed' }),
    revokeFeed: (id) => send('DELETE', path('feeds', id), { answer: 'nothing' }),
  };
}

/** What an update says: the whole post, but for its name. */
export function toPostUpdate({ channelId, day, time, title, format, themeId, role, note, appointmentId, appointmentDay, version }: PlannedPost): UpdatePlannedPost {
  return { channelId, day, time, title, format, themeId, role, note, appointmentId, appointmentDay, version };
}
