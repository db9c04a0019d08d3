import { createHash } from 'node:crypto';
import type { Recommendation } from '@portee/shared';

/** Made for this: names of recommendations in it are told apart from any other. */
const NAMESPACE = Buffer.from('6f1d0f1e2c5b4a7d9a3e8b7c51d4e602', 'hex');

/** Dimensions that have one record a channel, whatever its level says: a month that moves, a name that is changed. */
const WITHOUT_LEVEL: readonly Recommendation['dimension'][] = ['change_point', 'channel'];

/** What makes two records the same one, at another time. */
export type RecommendationName = Pick<Recommendation, 'channelId' | 'dimension' | 'level'> & { organisationId: string };

/** The same identifier for the same thing said of the same channel, whenever and wherever it is said (UUID version 5). */
export function recommendationId({ organisationId, channelId, dimension, level }: RecommendationName): string {
  const name = JSON.stringify([organisationId, channelId, dimension, WITHOUT_LEVEL.includes(dimension) ? null : level]);
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
