import type { ClaimedDelivery } from './delivery-state.js';

/** What is sent: which event, when, and where in Portée it can be looked at (`page`; null where the installation does not know its own address). */
export function messageBody({ event, facts, occurredAt, slug }: Pick<ClaimedDelivery, 'event' | 'facts' | 'occurredAt' | 'slug'>, publicUrl: string | null): string {
  const page = publicUrl === null ? null : `${publicUrl}/o/${slug}${pathOf(facts)}`;
  return JSON.stringify({ type: event, timestamp: occurredAt.toISOString(), data: { organisation: slug, ...facts, page } });
}

function pathOf({ month, channelId }: Record<string, string>): string {
  if (month !== undefined) return `/rapport?mois=${month}`;
  return channelId === undefined ? '' : `/donnees/canaux/${channelId}`;
}
