import { peoplePerHundred, type ChannelReport } from '@portee/shared';
import type { ReactNode } from 'react';
import { RichText } from '../../locales/rich-text.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { HundredPicture } from '../../ui/hundred-picture.js';
import { NetworkIcon } from '../../ui/network-icon.js';
import { sayOtherChannel } from './other-channel-words.js';
import './other-channels.css';

/** The rest of the channels, small, in the order given: never a ranking. */
export function OtherChannels({ main, channels, month }: { main: ChannelReport | null; channels: readonly ChannelReport[]; month: string }): ReactNode {
  const { t } = useTranslation();
  const known = main === null ? channels : [main, ...channels];
  return (
    <section className="section" aria-labelledby="others">
      <header><h2 id="others">{t(main !== null ? 'overview.others.title' : 'overview.others.all-channels')}</h2><p>{t('overview.others.intro')}</p></header>
      <ul className="others">{channels.map((channel) => <OtherChannel key={channel.channel.id} report={channel} month={month} isAlone={isAlone(channel, known)} />)}</ul>
    </section>
  );
}

/** Whether the network's name is enough to tell this channel from the others. */
function isAlone({ channel }: ChannelReport, channels: readonly ChannelReport[]): boolean {
  return channels.filter((other) => other.channel.network === channel.network).length === 1;
}

function OtherChannel({ report, month, isAlone: isOnlyOne }: { report: ChannelReport; month: string; isAlone: boolean }): ReactNode {
  const translation = useTranslation();
  const { channel, networkLabel, headline } = report;
  const rate = headline.figure.median;
  return (
    <li>
      <h3><NetworkIcon network={channel.network} />{isOnlyOne ? networkLabel : channel.name}</h3>
      <HundredPicture filled={rate === null ? null : peoplePerHundred(rate).filled} size="small" />
      <Value report={report} translation={translation} />
      <p>{sayOtherChannel(report, month, translation)}</p>
    </li>
  );
}

function Value({ report: { headline, givesReach }, translation: { t } }: { report: ChannelReport; translation: Translation }): ReactNode {
  const rate = headline.figure.median;
  if (rate === null) return <p className="others-none">{t(givesReach ? `overview.others.${headline.reason ?? 'no-posts'}` : 'overview.others.not-measurable')}</p>;
  const { people, words } = peoplePerHundred(rate);
  const text = words === 'less-than-one' ? t('overview.others.lessThanOne') : words === 'all-or-more' ? t('overview.others.all') : t('overview.others.value', { people });
  return <p className="others-value"><RichText text={text} marks={{ big: (part) => <b>{part}</b> }} /></p>;
}
