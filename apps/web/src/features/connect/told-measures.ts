import type { Measure, NetworkDescriptor } from '@portee/shared';

/** By which door a network gives a measure today. */
export type Telling = 'given' | 'file' | 'never';

/** What people ask for first, in the order in which lists show it. */
export const askedMeasures = [
  'followers', 'reach', 'reachOrganic', 'reachPaid', 'views', 'likes', 'comments', 'shares', 'saves', 'clicks', 'videoViews', 'watchTimeSeconds', 'visits',
] as const satisfies readonly Measure[];

/** The best door by which a measure comes in under a definition that is still in force. */
export function tellingOf({ definitions, collection }: Pick<NetworkDescriptor, 'definitions' | 'collection'>, measure: Measure): Telling {
  const current = definitions.filter((definition) => definition.measure === measure && definition.validUntil === null && definition.given);
  if (collection !== null && current.some(({ networkNames }) => networkNames.api !== undefined)) return 'given';
  return current.some(({ networkNames: { api, file } }) => api !== undefined || file !== undefined) ? 'file' : 'never';
}

/** Parts of another measure: said in the table alone. */
const parts: readonly Measure[] = ['reachOrganic', 'reachPaid'];

/** What a connection brings, and what it does not; of a network that cannot be connected, what its files bring. */
export function toldMeasures(network: Pick<NetworkDescriptor, 'definitions' | 'collection'>): { given: Measure[]; missing: Measure[] } {
  const whole = askedMeasures.filter((measure) => !parts.includes(measure));
  const best: Telling = network.collection === null ? 'file' : 'given';
  return { given: whole.filter((measure) => tellingOf(network, measure) === best), missing: whole.filter((measure) => tellingOf(network, measure) !== best) };
}
