import { adviceWords, sayProspect, type ChannelOutlook, type ChannelTiming, type Figure } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { TableTools } from '../../ui/table-tools.js';
import { Explained } from '../../ui/explain.js';
import { sayCounted } from './say-counted.js';
import { SlotGrid } from './slot-grid.js';
import { slotsOf } from './slots.js';
import { timingCsv, timingTable } from './timing-table.js';

/** Posts under which hours are not compared. */
const FEWEST_OF_CHANNEL = 20;

interface SmallProps { outlook: ChannelOutlook; timing: ChannelTiming }

/** Too few posts to compare hours: what they say already, and when there will be enough. */
export function SmallChannel({ outlook, timing }: SmallProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const posts = countedIn(timing);
  const title = t('timing.small.title', { posts });
  return (
    <section className="section timing-grid" aria-labelledby="timing-grid">
      <header><Explained word="slot" what={title}><h2 id="timing-grid">{title}</h2></Explained><p>{t('timing.small.about')} {sayCounted({ posts, isPaidUnknown: timing.basis === 'organic-and-unknown' || outlook.basis.isPaidUnknown, timeZone: timing.timeZone }, translation)}</p></header>
      <SlotGrid
        caption={t('timing.grid.captionCounts')} slots={slotsOf(outlook, timing.slots)} beside={t('timing.small.beside')}
        besideOf={(band) => <Typical figure={timing.bands.find((one) => one.band === band)?.organic} />}
      />
      <div className="slots-narrow">
        <h3>{t('timing.small.beside')}</h3>
        <ul className="timing-verdicts">{timing.bands.map(({ band, organic }) => <li key={band}><Typical figure={organic} name={t(`timing.band.${band}`)} /></li>)}</ul>
      </div>
      <Enough outlook={outlook} posts={posts} />
      <TableTools table={timingTable({ outlook, timing, caption: title }, translation)} csv={() => timingCsv({ outlook, timing, caption: title }, translation)} />
    </section>
  );
}

function Typical({ figure, name }: { figure: Figure | undefined; name?: string }): ReactNode {
  const { t, write } = useTranslation();
  const heading = name === undefined ? null : <b>{name}</b>;
  if (figure === undefined || figure.median === null) return <div className="band-verdict">{heading}<p>{t('timing.small.noMedian', { posts: figure?.posts ?? 0 })}</p></div>;
  const { median, low, high, posts } = figure;
  return (
    <div className="band-verdict">
      {heading}
      <p className="band-median">{t('timing.small.median', { people: write.exactPeople(median), posts })}</p>
      {low !== null && high !== null && <p>{t('timing.small.between', { low: write.exactPeople(low), high: write.exactPeople(high) })}</p>}
    </div>
  );
}

/** What is missing: to know what was pushed, or posts; and then when the pace of the last months brings them. */
function Enough({ outlook, posts }: { outlook: ChannelOutlook; posts: number }): ReactNode {
  const { t, locale } = useTranslation();
  const { basis, records } = outlook;
  const record = records.find(({ reason }) => reason === 'channel-too-small');
  // Of the channel as a whole: a single level may take longer.
  const prospect = record === undefined ? null : sayProspect({ ...record, level: null }, outlook, adviceWords(locale));
  const missing = FEWEST_OF_CHANNEL - basis.posts;
  if (posts > basis.posts) return <div className="timing-enough"><p><b>{t('timing.small.known', { known: basis.posts, posts })}</b></p></div>;
  return (
    <div className="timing-enough">
      <p>{missing > 0 && <b>{t('timing.small.need', { needed: FEWEST_OF_CHANNEL, missing })}</b>} {prospect}</p>
      <p>{t('timing.small.until')}</p>
    </div>
  );
}

/** Posts of the week as they are counted there: those of which nobody knows whether they were pushed included, where few are known. */
export function countedIn({ slots }: ChannelTiming): number {
  return slots.reduce((sum, { organic }) => sum + organic.posts, 0);
}
