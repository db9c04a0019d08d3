import { calledTitle, passedOnWords, type ChannelOutlook, type ChannelPassedOn } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Table } from '../../ui/table.js';
import { Explained } from '../../ui/explain.js';
import { CallWords } from './call-words.js';
import { ReachVerdict } from './reach-verdict.js';
import { knownOf, ratioDetail, reachDetail, sayPeopleOr, sayRatioOr, type Group } from './say-group.js';

interface Line { key: string; name: string; main: (group: Group) => string; detail: (group: Group) => string }

/** « Les publications qui demandent à être partagées le sont-elles davantage ? »: the figures of both, and what is known of their reach. */
export function CalledSection({ data, outlook }: { data: ChannelPassedOn; outlook: ChannelOutlook | null }): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const column = (title: string, group: Group): string => `${title} (${t('sharing.posts', { posts: group.posts })})`;
  const cell = (group: Group) => ({ main, detail }: Line): ReactNode => <span className="group-cell" data-figure="true"><b>{main(group)}</b><small>{detail(group)}</small></span>;
  return (
    <section className="section asked" aria-labelledby="sharing-called">
      <header><Explained word="call" what={t('sharing.called.title')}><h2 id="sharing-called">{t('sharing.called.title')}</h2></Explained><p>{t('sharing.called.text')}</p><CallWords /></header>
      <div className="asked-answer">
        <p><strong>{calledTitle(data, passedOnWords(locale))}.</strong></p>
        {data.called.posts > 0 && (
          <Table
            caption={t('sharing.called.title')} isCaptionHidden copies narrow="stack" rows={linesOf([data.called, data.notCalled], translation)} keyOf={({ key }) => key}
            columns={[
              { key: 'what', title: t('sharing.called.what'), isHeading: true, cell: ({ name }: Line) => name },
              { key: 'called', title: column(t('sharing.called.with'), data.called), cell: cell(data.called) },
              { key: 'others', title: column(t('sharing.called.without'), data.notCalled), cell: cell(data.notCalled) },
            ]}
          />
        )}
        <ReachVerdict outlook={outlook} dimension="share_oriented" title={t('sharing.called.reach')} />
      </div>
    </section>
  );
}

function linesOf(groups: readonly Group[], translation: Translation): Line[] {
  const { t } = translation;
  const ratio: Line = { key: 'ratio', name: t('sharing.col.ratio'), main: ({ sharing }) => sayRatioOr(sharing.sharesPerLike, translation), detail: (group) => ratioDetail(group, translation) };
  const rate: Line = { key: 'rate', name: t('sharing.col.rate'), main: ({ shareRate }) => sayPeopleOr(shareRate, translation), detail: () => '' };
  const reach: Line = { key: 'reach', name: t('sharing.col.reach'), main: ({ organic }) => sayPeopleOr(organic.median, translation), detail: (group) => reachDetail(group, translation).join(', ') };
  return knownOf(groups).reach ? [ratio, rate, reach] : [ratio];
}
