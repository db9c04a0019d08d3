import { adviceWords, capitalised, type ChannelOutlook, localDay, type RecommendationDecision, sayNoun } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useWithdrawDecision } from '../../api/plan.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { usePlaceNames } from '../../ui/advice/use-place-names.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';

interface DecidedProps { decisions: readonly RecommendationDecision[]; outlooks: readonly ChannelOutlook[] }

/** What was decided of recommendations, with the reasons given: nobody has to remember them. */
export function DecidedSection({ decisions, outlooks }: DecidedProps): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  const placeOf = usePlaceNames(outlooks);
  const withdraw = useWithdrawDecision();
  const mayWithdraw = role === 'owner' || role === 'coordinator';
  const placeById = new Map(outlooks.map((outlook) => [outlook.channelId, placeOf(outlook)]));
  return (
    <section className="section" aria-labelledby="plan-decided">
      <header><h2 id="plan-decided">{t('plan.decided.title')}</h2><p>{t('plan.decided.text')}</p></header>
      {withdraw.error !== null && <FormRefusal>{sayProblem(withdraw.error, t)}</FormRefusal>}
      <ul className="plan-lines">
        {decisions.map((decision) => (
          <Decided
            key={decision.id} decision={decision} place={placeById.get(decision.channelId)}
            onWithdraw={mayWithdraw && decision.isStanding ? () => { withdraw.mutate(decision); } : null} isBusy={withdraw.isPending}
          />
        ))}
      </ul>
    </section>
  );
}

function Decided({ decision, place, onWithdraw, isBusy }: { decision: RecommendationDecision; place: string | undefined; onWithdraw: (() => void) | null; isBusy: boolean }): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const { timeZone } = useCurrentOrganisation();
  const about = capitalised(sayNoun(decision, adviceWords(locale)));
  return (
    <li data-standing={decision.isStanding}>
      <div>
        <b>{t('plan.decided.about', { about, state: t(`plan.state.${decision.decision}`) })}</b>
        <small>{factsOf(decision, { place, timeZone }, translation).join('\u00A0· ')}</small>
        {decision.reason !== null && <p className="note plan-note">{decision.reason}</p>}
      </div>
      {onWithdraw !== null && <Button kind="plain" isBusy={isBusy} aria-label={t('plan.decided.withdrawOf', { about })} onClick={onWithdraw}>{t('plan.decided.withdraw')}</Button>}
    </li>
  );
}

function factsOf({ decidedAt, until, isStanding, said }: RecommendationDecision, { place, timeZone }: { place: string | undefined; timeZone: string }, { t, write }: Translation): string[] {
  return [
    ...(place === undefined ? [] : [place]), t('plan.decided.on', { day: write.longDay(localDay(new Date(decidedAt), timeZone)), posts: said.posts }),
    ...(until === null ? [] : [t('plan.decided.until', { day: write.longDay(until) })]), ...(isStanding ? [] : [t('plan.decided.past')]),
  ];
}
