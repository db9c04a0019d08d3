import { peoplePerHundred, figuresSentence, type ChannelReport, type MonthlyReport } from '@portee/shared';
import type { ReactNode } from 'react';
import { RichText } from '../../locales/rich-text.js';
import { useTranslation } from '../../locales/translation.js';
import { Explain } from '../../ui/explain.js';
import { HundredPicture } from '../../ui/hundred-picture.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Facts } from './facts.js';
import { sayCaption, sayComparison, sayHeadline } from './headline-words.js';
import './hero.css';

interface HeroProps { main: ChannelReport; report: MonthlyReport }

/** The one sentence of the month, with its picture, its comparison and what stands behind it. */
export function Hero({ main, report }: HeroProps): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const provisional = figuresSentence(report, locale);
  const rate = main.headline.figure.median;
  if (rate === null) return null;
  return (
    <section className="hero">
      <div className="hero-sentence">
        <p className="hero-channel"><NetworkIcon network={main.channel.network} />{t('overview.mainChannel', { network: main.networkLabel })}</p>
        <PageHeading><RichText text={sayHeadline(rate, translation)} marks={{ em: (text) => <em>{text}</em> }} /></PageHeading>
      </div>
      <figure>
        <HundredPicture filled={peoplePerHundred(rate).filled} size="large" />
        <figcaption>{sayCaption(rate, translation)} <Explain word="perHundred" what={t('overview.fact.perHundred')} /></figcaption>
      </figure>
      <div className="hero-rest">
        <p className="hero-than">{sayComparison(main, report.month, translation).join(' ')}</p>
        {provisional !== null && <p className="note quiet">{provisional}</p>}
        <Facts main={main} />
      </div>
    </section>
  );
}
