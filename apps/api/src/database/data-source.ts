import { DataSource } from 'typeorm';
import { ApiToken } from '../accounts/api-token.entity.js';
import { InvitationRow } from '../accounts/invitation.entity.js';
import { Membership } from '../accounts/membership.entity.js';
import { Organisation } from '../accounts/organisation.entity.js';
import { Channel } from '../channels/channel.entity.js';
import { ColumnMappingMemory } from '../imports/column-mapping.entity.js';
import { Import } from '../imports/import.entity.js';
import { Agenda } from '../plan/agenda.entity.js';
import { AppointmentException } from '../plan/appointment-exception.entity.js';
import { Appointment } from '../plan/appointment.entity.js';
import { CalendarFeed } from '../plan/calendar-feed.entity.js';
import { Decision } from '../plan/decision.entity.js';
import { ExperimentSlot } from '../plan/experiment-slot.entity.js';
import { Experiment } from '../plan/experiment.entity.js';
import { Objective } from '../plan/objective.entity.js';
import { PlanLine } from '../plan/plan-line.entity.js';
import { PlannedPost } from '../plan/planned-post.entity.js';
import { PostLink } from '../plan/post-link.entity.js';
import { Theme } from '../posts/theme.entity.js';
import { ReportLinkRow } from '../reports/report-link.entity.js';

/** Entities write and read single rows; whatever groups is SQL in a `.query.ts`. */
const entities = [Organisation, Membership, InvitationRow, ApiToken, ReportLinkRow, Channel, Import, ColumnMappingMemory, Theme, Agenda, Appointment, AppointmentException, PlannedPost, CalendarFeed, Decision, PlanLine, Objective, Experiment, ExperimentSlot, PostLink];

/** The data source of the running program: the application role, under row-level security. */
export function applicationDataSource(applicationUrl: string, connections = 10): DataSource {
  return new DataSource({ type: 'postgres', url: applicationUrl, entities, synchronize: false, parseInt8: true, poolSize: connections, extra: { application_name: 'portee' } });
}
