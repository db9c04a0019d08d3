import { addMonths, monthOf, type ReportSending } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useSkipReport, useTrialReport } from '../../api/mailing.queries.js';
import { useOwnClock } from '../../api/own-clock.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SureButton } from '../../ui/sure-button.js';
import { useToast } from '../../ui/toast.js';
import { useRowFocus } from '../../ui/use-row-focus.js';

/** Months that have left, and those that wait for a word. */
export function SendingsSection({ sendings }: { sendings: readonly ReportSending[] }): ReactNode {
  const { t, write } = useTranslation();
  const { today } = useCurrentOrganisation();
  const toast = useToast();
  const [skip, trial] = [useSkipReport(), useTrialReport()];
  const { box, listeners } = useRowFocus<HTMLElement>(sendings.map(({ month, state }) => `${month} ${state}`));
  const last = addMonths(monthOf(today), -1);
  const onSkip = (month: string): void => { skip.mutateAsync(month).then(() => { toast(t('mailing.skipped', { month: write.monthAndYear(month) })); }, () => undefined); };
  const onTrial = (): void => { trial.mutateAsync(last).then(() => { toast(t('mailing.trialSent', { month: write.monthAndYear(last) })); }, () => undefined); };
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="mailing-months">
      <header><h2 id="mailing-months" tabIndex={-1}>{t('mailing.months')}</h2></header>
      <FormFailure error={skip.error ?? trial.error} />
      {sendings.length > 0 && <ul className="line-list" aria-labelledby="mailing-months">{sendings.map((one) => <Sending key={one.month} sending={one} isBusy={skip.isPending} onSkip={() => { onSkip(one.month); }} />)}</ul>}
      <div className="row"><Button isBusy={trial.isPending} onClick={onTrial}>{t('mailing.trial')}</Button></div>
    </section>
  );
}

function Sending({ sending: { month, state, recipients, changedAt }, isBusy, onSkip }: { sending: ReportSending; isBusy: boolean; onSkip: () => void }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug } = useCurrentOrganisation();
  const clock = useOwnClock();
  const name = write.monthAndYear(month);
  return (
    <li data-row>
      <div><b>{name}</b><small>{t(`mailing.month.${state}`, { recipients, when: sayWhen(changedAt, { ...clock, translation }) })}</small></div>
      <div className="row">
        <ButtonLink to={`/o/${slug}/rapport?mois=${month}`} kind={state === 'waiting' ? 'act' : 'plain'}>{t('mailing.read')}</ButtonLink>
        {state === 'waiting' && <SureButton label={t('mailing.skip')} ariaLabel={t('mailing.skipOf', { month: name })} sure={t('mailing.skipSure')} isBusy={isBusy} onSure={onSkip} />}
      </div>
    </li>
  );
}
