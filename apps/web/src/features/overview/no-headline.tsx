import type { ChannelReport, MonthlyReport } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { ButtonLink } from '../../ui/button.js';
import { HundredPicture } from '../../ui/hundred-picture.js';
import { PageHeading } from '../../ui/page-heading.js';
import { sayOtherChannel } from './other-channel-words.js';
import './hero.css';

type Reason = NonNullable<ChannelReport['headline']['reason']>;

/** A month without a headline: why, and the one thing that would change it. */
export function NoHeadline({ report, main }: { report: MonthlyReport; main: ChannelReport | null }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const reason = main === null ? reasonOfAll(report.channels) : (main.headline.reason ?? 'no-posts');
  return (
    <section className="hero">
      <div className="hero-sentence"><PageHeading className="hero-none">{t('overview.none.title', { month: write.monthAndYear(report.month) })}</PageHeading></div>
      <figure><HundredPicture filled={null} size="large" /></figure>
      <div className="hero-rest">
        <p className="hero-than">{main !== null && reason === 'no-reach' ? sayOtherChannel(main, report.month, translation) : t(`overview.none.${reason}`)}</p>
        <NextStep reason={reason} />
      </div>
    </section>
  );
}

function NextStep({ reason }: { reason: Reason }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  if (reason === 'no-followers') return <p className="hero-step"><ButtonLink kind="act" to={`/o/${slug}/donnees`}>{t('overview.none.enterFollowers')}</ButtonLink></p>;
  if (reason === 'too-few-posts' || reason === 'few-followers') return <p className="hero-step"><ButtonLink to={`/o/${slug}/publications`}>{t('overview.none.seePosts')}</ButtonLink></p>;
  return null;
}

/** Without a main channel: no network gives reach, or those that do have nothing settled. */
function reasonOfAll(channels: readonly ChannelReport[]): Reason {
  const measurable = channels.find(({ givesReach }) => givesReach);
  return measurable === undefined ? 'no-reach' : (measurable.headline.reason ?? 'no-posts');
}
