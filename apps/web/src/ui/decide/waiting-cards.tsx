import { type ChannelOutlook, type ChosenThing, isChoice, may, type Recommendation, type RecommendationDecision } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { AdviceCard } from '../advice/advice-card.js';
import { usePlaceNames } from '../advice/use-place-names.js';
import { Button } from '../button.js';
import type { Asked, DecisionWay } from './decision-dialog.js';

/** Where experiments are prepared. */
export interface Testing {
  /** An experiment is under way on them: one at a time. */
  busyChannels: ReadonlySet<string>;
  onTest: (recommendationId: string) => void;
}

export interface WaitingProps { things: readonly ChosenThing[]; outlooks: readonly ChannelOutlook[]; decisions: readonly RecommendationDecision[]; onAsk: (asked: Asked) => void; testing?: Testing | undefined }

/** One card a recommendation, with what can be decided of it by who may. */
export function WaitingCards({ things, outlooks, decisions, onAsk, testing }: WaitingProps): ReactNode {
  const mayDecide = may(useCurrentOrganisation().role, 'managePlan');
  const placeOf = usePlaceNames(outlooks);
  const ask = (thing: ChosenThing, way: DecisionWay): void => { onAsk({ thing, way, standing: decisions.find(({ recommendationId, isStanding }) => isStanding && recommendationId === thing.record.id) ?? null }); };
  return things.map((thing) => (
    <AdviceCard
      key={thing.record.id} outlook={thing.outlook} record={thing.record} place={placeOf(thing.outlook)}
      side={mayDecide ? <Ways record={thing.record} onAsk={(way) => { ask(thing, way); }} onTest={testOf(thing.record, testing)} /> : undefined}
    />
  ));
}

/** `onTest` null: here it cannot be tested. */
interface WaysProps { record: Recommendation; onAsk: (way: DecisionWay) => void; onTest: (() => void) | null }

function Ways({ record, onAsk, onTest }: WaysProps): ReactNode {
  const { t } = useTranslation();
  const isToTest = record.verdict === 'test' && onTest !== null;
  return (
    <>
      {isToTest && <Button kind="act" onClick={onTest}>{t('experiment.ask')}</Button>}
      <Button kind={isToTest ? 'ordinary' : 'act'} onClick={() => { onAsk('accepted'); }}>{t('plan.do.accepted')}</Button>
      {!isToTest && onTest !== null && <Button onClick={onTest}>{t('experiment.ask')}</Button>}
      <Button onClick={() => { onAsk('postponed'); }}>{t('plan.do.postponed')}</Button>
      <Button kind="plain" onClick={() => { onAsk('refused'); }}>{t('plan.do.refused')}</Button>
    </>
  );
}

/** Who is pushed is chosen, and what was tested has its answer. */
function testOf({ id, channelId, dimension, tested }: Recommendation, testing: Testing | undefined): (() => void) | null {
  if (testing === undefined || testing.busyChannels.has(channelId)) return null;
  return isChoice(dimension) && dimension !== 'paid' && tested === undefined ? () => { testing.onTest(id); } : null;
}
