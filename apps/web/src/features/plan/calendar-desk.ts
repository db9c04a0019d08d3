import { type AgendaEvent, type Appointment, type Channel, may, type OrganisationView, type PlanCalendar, type PlanEntry } from '@portee/shared';
import type { Opened } from './calendar-dialog.js';
import type { Span } from './calendar-span.js';
import type { Stop } from './calendar-steps.js';
import type { Fates } from './fates.js';
import type { DrawnPost } from './use-drawn.js';
import type { Moving, MovingHands } from './use-moving.js';
import type { Undoing } from './use-undoable.js';

/** What the calendar and the dialogs over it work with. */
export interface CalendarShared {
  calendar: PlanCalendar;
  /** What the centre's agenda tells of these days; none where that is left out. */
  events: readonly AgendaEvent[];
  channels: readonly Channel[];
  appointments: readonly Appointment[];
  /** Names of roles in use, to choose from. */
  roles: readonly string[];
  may: CalendarRights;
  undoing: Undoing;
  /** What was published for what; empty as long as nobody knows. */
  fates: Fates;
}

/** What every part of the calendar itself works with. */
export interface CalendarDesk extends CalendarShared {
  span: Span;
  today: string;
  channelName: (channelId: string) => string;
  /** What an experiment drew for a planned post; null: nothing. */
  drawnOf: (postId: string | null) => DrawnPost | null;
  onOpen: (entry: PlanEntry) => void;
  /** What else opens over the calendar. */
  onTurn: (opened: Opened) => void;
  /** What keys lead to, in the order of days: entries, then events. */
  stops: readonly Stop[];
  /** One week is shown, hour by hour. */
  hasHours: boolean;
  moving: Moving | null;
  hands: MovingHands;
}

/** Contributors plan posts and decide of single occurrences; rules and addresses are a coordinator's. */
export interface CalendarRights { plan: boolean; manage: boolean }

export function rightsOf(role: OrganisationView['role']): CalendarRights {
  return { manage: may(role, 'managePlan'), plan: may(role, 'planPosts') };
}
