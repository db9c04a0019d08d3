import { describe, it } from 'vitest';
import type { ConnectorHarness } from './connector-harness.js';
import { Play } from './connector-play.js';
import { type ConnectorPoint, figurePoints, pagingPoints } from './connector-points.js';
import { brokenAnswerPoints, refusalPoints } from './connector-trouble-points.js';

/** Everything that every connector keeps, whatever its network. */
export const connectorPoints: readonly ConnectorPoint[] = [...pagingPoints, ...figurePoints, ...refusalPoints, ...brokenAnswerPoints];

/** Said of a point that a network gives no occasion for; the run's verdict lists it, and counts it neither way. */
const CANNOT_HAPPEN = 'cannot happen on this network';

/** The suite that a connector passes before Portée asks its network: over a real client, against a played network. */
export function describeConnector(name: string, harness: ConnectorHarness): void {
  describe(name, () => {
    for (const point of connectorPoints) {
      it(point.rule, async ({ skip }) => {
        const isHere = point.isMeantFor?.(harness) !== false && (await checkPoint(point, harness)) !== 'not-here';
        skip(!isHere, CANNOT_HAPPEN);
      });
    }
  });
}

/** Plays one point. @throws where the connector does not keep it */
export async function checkPoint(point: ConnectorPoint, harness: ConnectorHarness): Promise<void | 'not-here'> {
  const play = await Play.start(harness, point.postCount);
  try {
    return await point.check(play);
  } finally {
    await play.close();
  }
}
