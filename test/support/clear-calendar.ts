import type { Appointment, PlannedPost } from '@portee/shared';
import type { Visitor } from './visitor.js';

/** Takes the appointments of the demonstration's team out of its calendar, and what it plans between two days: for tests that plan for themselves. */
export async function clearCalendar(visitor: Visitor, { from, to }: { from: string; to: string }): Promise<void> {
  const plan = '/api/v1/organisations/demonstration/plan';
  for (const { id } of await visitor.json<Appointment[]>('GET', `${plan}/appointments`)) await visitor.delete(`${plan}/appointments/${id}`);
  for (const { id } of await visitor.json<PlannedPost[]>('GET', `${plan}/posts?from=${from}&to=${to}`)) await visitor.delete(`${plan}/posts/${id}`);
}
