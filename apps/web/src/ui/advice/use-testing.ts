import { type Experiment, may, type Recommendation } from '@portee/shared';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useExperiments } from '../../api/experiments.queries.js';

interface Testing {
  /** Under way on this recommendation; null: none. */
  underWay: Experiment | null;
  /** Its advice is to test, and this person may begin it now: one at a time on a channel. */
  mayBegin: boolean;
}

/** Whether a recommendation is being tested, or may be. Nothing is offered before that is known. */
export function useTesting({ id, channelId, verdict }: Recommendation): Testing {
  const { role } = useCurrentOrganisation();
  const { data } = useExperiments();
  const ofChannel = (data ?? []).filter((one) => one.channelId === channelId && one.state === 'under_way');
  return { underWay: ofChannel.find(({ recommendationId }) => recommendationId === id) ?? null, mayBegin: data !== undefined && verdict === 'test' && ofChannel.length === 0 && may(role, 'managePlan') };
}
