import { localDay, type RecommendationDecision } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useWithdrawDecision } from '../../api/plan.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { useToast } from '../../ui/toast.js';
import { sayAdvised } from '../../ui/decide/advised.js';
import { rightsOf } from './calendar-desk.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SureButton } from '../../ui/sure-button.js';
import { useChannelNames } from '../../ui/use-channel-names.js';
import { useRowFocus } from '../../ui/use-row-focus.js';

interface DecidedSectionProps {
  decisions: readonly RecommendationDecision[];
  /** What prepares its experiment, where what was decided is to try; null: nothing to try, or not now. */
  testOf: (decision: RecommendationDecision) => (() => void) | null;
}

/** What was decided of recommendations, with the reasons given: nobody has to remember them. */
export function DecidedSection({ decisions, testOf }: DecidedSectionProps): ReactNode {
  const { t } = useTranslation();
  const { role, slug } = useCurrentOrganisation();
  const channelName = useChannelNames(useChannels(slug).data ?? []);
  const toast = useToast();
  const withdraw = useWithdrawDecision();
  const { box, listeners } = useRowFocus<HTMLElement>(decisions.map(({ id, isStanding }) => `${id}${String(isStanding)}`));
  // Where it is refused, that is said above.
  const onWithdraw = (decision: RecommendationDecision): void => { withdraw.mutateAsync(decision).then(() => { toast(t('plan.done.withdrawn')); }, () => undefined); };
  if (decisions.length === 0) return null;
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="plan-decided">
      <header><h2 id="plan-decided" tabIndex={-1}>{t('plan.decided.title')}</h2><p>{t('plan.decided.text')}</p></header>
      <FormFailure error={withdraw.error} />
      <ul className="line-list">
        {decisions.map((decision) => (
          <Decided
            key={decision.id} decision={decision} place={channelName(decision.channelId)} isBusy={withdraw.isPending}
            onWithdraw={rightsOf(role).manage && decision.isStanding ? () => { onWithdraw(decision); } : null} onTest={rightsOf(role).manage ? testOf(decision) : null}
          />
        ))}
      </ul>
    </section>
  );
}

interface DecidedProps { decision: RecommendationDecision; place: string; onWithdraw: (() => void) | null; onTest: (() => void) | null; isBusy: boolean }

function Decided({ decision, place, onWithdraw, onTest, isBusy }: DecidedProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { timeZone } = useCurrentOrganisation();
  const about = sayAdvised(decision, decision.said.verdict, translation);
  return (
    <li data-row data-standing={decision.isStanding}>
      <div>
        <b>{t('plan.decided.about', { about, state: t(`plan.state.${decision.decision}`) })}</b>
        <small>{factsOf(decision, { place, timeZone }, translation).join('\u00A0· ')}</small>
        {decision.reason !== null && <p className="note plan-note">{decision.reason}</p>}
      </div>
      {(onTest !== null || onWithdraw !== null) && (
        <div className="row">
          {onTest !== null && <Button aria-label={t('experiment.askOf', { about })} onClick={onTest}>{t('experiment.ask')}</Button>}
          {onWithdraw !== null && <SureButton label={t('plan.decided.withdraw')} ariaLabel={t('plan.decided.withdrawOf', { about })} sure={t('plan.decided.withdrawSure')} isBusy={isBusy} onSure={onWithdraw} />}
        </div>
      )}
    </li>
  );
}

function factsOf({ decidedAt, until, isStanding, said }: RecommendationDecision, { place, timeZone }: { place: string; timeZone: string }, { t, write }: Translation): string[] {
  return [
    ...(place === '' ? [] : [place]), t('plan.decided.on', { day: write.longDay(localDay(new Date(decidedAt), timeZone)), posts: said.posts }),
    ...(until === null ? [] : [t('plan.decided.until', { day: write.longDay(until) })]), ...(isStanding ? [] : [t('plan.decided.past')]),
  ];
}
