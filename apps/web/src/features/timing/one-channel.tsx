import { timingState, type Channel, type ChannelTiming, type NamedOutlook } from '@portee/shared';
import type { ReactNode } from 'react';
import { Below } from '../../ui/below.js';
import { QueryView } from '../../ui/query-view.js';
import { AdviceGrid } from './advice-grid.js';
import { HourSection } from './hour-section.js';
import { MomentCards } from './moment-cards.js';
import { NothingCounted } from './nothing-counted.js';
import { countedIn, SmallChannel } from './small-channel.js';
import { TimingNotes } from './timing-notes.js';
import { useTiming } from './timing.queries.js';

interface ChannelProps { named: NamedOutlook; channel: Channel }

/** Everything of the channel that is shown. */
export function OneChannel({ named, channel }: ChannelProps): ReactNode {
  const timing = useTiming(channel.id);
  return <QueryView query={timing}>{(figures) => <Told named={named} channel={channel} timing={figures} />}</QueryView>;
}

function Told({ named: { outlook }, channel, timing }: ChannelProps & { timing: ChannelTiming | null }): ReactNode {
  const state = timingState(outlook);
  const isCounted = timing !== null && countedIn(timing) > 0;
  const isSmall = isCounted && (state === 'too-few' || state === 'no-posts');
  return (
    <>
      {state === 'told' && <AdviceGrid outlook={outlook} timing={timing} />}
      {state === 'told' && <MomentCards outlook={outlook} />}
      {isSmall && <SmallChannel outlook={outlook} timing={timing} />}
      {state !== 'told' && !isSmall && <NothingCounted state={state} channelId={channel.id} />}
      <TimingNotes outlook={outlook} timing={timing} channel={channel} />
      {isCounted && <Below><HourSection timing={timing} /></Below>}
    </>
  );
}
