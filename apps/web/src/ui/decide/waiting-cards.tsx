import type { ChannelOutlook, ChosenThing, RecommendationDecision } from '@portee/shared';
import type { ReactNode } from 'react';
import { mayManage, useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { AdviceCard } from '../advice/advice-card.js';
import { usePlaceNames } from '../advice/use-place-names.js';
import { Button } from '../button.js';
import type { Asked, DecisionWay } from './decision-dialog.js';

export interface WaitingProps { things: readonly ChosenThing[]; outlooks: readonly ChannelOutlook[]; decisions: readonly RecommendationDecision[]; onAsk: (asked: Asked) => void }

/** One card a recommendation, with what can be decided of it by who may. */
export function WaitingCards({ things, outlooks, decisions, onAsk }: WaitingProps): ReactNode {
  const mayDecide = mayManage(useCurrentOrganisation().role);
  const placeOf = usePlaceNames(outlooks);
  const ask = (thing: ChosenThing, way: DecisionWay): void => { onAsk({ thing, way, standing: decisions.find(({ recommendationId, isStanding }) => isStanding && recommendationId === thing.record.id) ?? null }); };
  return things.map((thing) => (
    <AdviceCard
      key={thing.record.id} outlook={thing.outlook} record={thing.record} place={placeOf(thing.outlook)}
      side={mayDecide ? <Ways onAsk={(way) => { ask(thing, way); }} /> : undefined}
    />
  ));
}

function Ways({ onAsk }: { onAsk: (way: DecisionWay) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Button kind="act" onClick={() => { onAsk('accepted'); }}>{t('plan.do.accepted')}</Button>
      <Button onClick={() => { onAsk('postponed'); }}>{t('plan.do.postponed')}</Button>
      <Button kind="plain" onClick={() => { onAsk('refused'); }}>{t('plan.do.refused')}</Button>
    </>
  );
}
