import { adviceWords, type ExperimentProposal, saySeen } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';

/** How many posts, how long, until when, what will be read, and what nobody can change afterwards. */
export function ExperimentTakes({ proposal: { eachArm, months, lastDay, sees } }: { proposal: ExperimentProposal }): ReactNode {
  const { t, write, locale } = useTranslation();
  const words = adviceWords(locale);
  const time = months === null ? null : words.say('advice.test.time', { months: Math.round(months) });
  return (
    <dl className="experiment-takes">
      <div>
        <dt>{t('experiment.ask.takes')}</dt>
        {eachArm !== null && <dd>{t('experiment.ask.size', { posts: 2 * eachArm, each: eachArm })} {time !== null && t('experiment.ask.pace', { time })}</dd>}
      </div>
      {lastDay !== null && <div><dt>{t('experiment.ask.last')}</dt><dd>{t('experiment.ask.until', { day: write.longDay(lastDay) })}</dd></div>}
      <div><dt>{t('experiment.ask.read')}</dt><dd>{t('experiment.ask.measure', { size: saySeen(sees, words) })}</dd></div>
      <div><dt>{t('experiment.ask.holds')}</dt><dd>{t('experiment.ask.stored')}</dd></div>
    </dl>
  );
}
