import type { ChannelOutlook, ChosenThing, RecommendationDecision } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { AdviceCard } from '../../ui/advice/advice-card.js';
import { usePlaceNames } from '../../ui/advice/use-place-names.js';
import { Button } from '../../ui/button.js';
import { rightsOf } from './calendar-desk.js';
import type { Asked, DecisionWay } from './decision-dialog.js';
import { useRowFocus } from './use-row-focus.js';

interface WaitingProps { things: readonly ChosenThing[]; outlooks: readonly ChannelOutlook[]; decisions: readonly RecommendationDecision[]; onAsk: (asked: Asked) => void }

/** One card a recommendation, with what can be decided of it. */
export function WaitingSection({ things, outlooks, decisions, onAsk }: WaitingProps): ReactNode {
  const { t } = useTranslation();
  const mayDecide = rightsOf(useCurrentOrganisation().role).manage;
  const placeOf = usePlaceNames(outlooks);
  const { box, listeners } = useRowFocus<HTMLElement>(things.map(({ record }) => record.id));
  const ask = (thing: ChosenThing, way: DecisionWay): void => { onAsk({ thing, way, standing: decisions.find(({ recommendationId, isStanding }) => isStanding && recommendationId === thing.record.id) ?? null }); };
  if (things.length === 0) return null;
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="plan-decide">
      <header><h2 id="plan-decide" tabIndex={-1}>{t('plan.decide.title')}</h2><p>{t(mayDecide ? 'plan.decide.text' : 'plan.decide.others')}</p></header>
      {things.map((thing) => (
        <AdviceCard
          key={thing.record.id} outlook={thing.outlook} record={thing.record} place={placeOf(thing.outlook)}
          side={mayDecide ? <Ways onAsk={(way) => { ask(thing, way); }} /> : undefined}
        />
      ))}
    </section>
  );
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
