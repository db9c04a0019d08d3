import type { PostDetail } from '@portee/shared';
import type { ReactNode } from 'react';
import type { MessageKey } from '../../locales/catalogue.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Table } from '../../ui/table.js';
import { useIsNarrow } from './use-is-narrow.js';

type Shown = 'reach' | 'reachOrganic' | 'reachPaid' | 'reachFollowers' | 'views' | 'likes' | 'comments' | 'shares' | 'saves' | 'clicks' | 'followers';
const shownFigures: readonly Shown[] = ['reach', 'reachOrganic', 'reachPaid', 'reachFollowers', 'followers', 'views', 'likes', 'comments', 'shares', 'saves', 'clicks'];
const large: readonly Shown[] = ['reach', 'likes', 'comments', 'shares'];
/** What a figure means in plain words; parts of the reach are named by their row alone. */
const meanings: Partial<Record<Shown, MessageKey>> = {
  reach: 'post.define.reach', views: 'post.define.views', likes: 'post.define.likes', comments: 'post.define.comments', shares: 'post.define.shares',
  saves: 'post.define.saves', clicks: 'post.define.clicks', followers: 'post.define.followers',
};

interface FigureRow { key: Shown; value: number; definition: string }

/** The figures that exist, each with what it counts, the network's own name for it and since when it is counted so. */
export function PostFigures({ detail }: { detail: PostDetail }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { post } = detail;
  const isNarrow = useIsNarrow();
  const rows = shownFigures.flatMap((key): FigureRow[] => {
    const value = post[key];
    return value === null ? [] : [{ key, value, definition: sayDefinition(detail, key, translation) }];
  });
  return (
    <section className="section" aria-labelledby="post-figures">
      <header><h2 id="post-figures">{t('post.figures')}</h2></header>
      <ul className="post-large">
        {large.map((key) => {
          const value = post[key];
          return value === null ? null : <li key={key}><b>{write.number(value)}</b><span>{t(`post.figures.${key}`)}</span></li>;
        })}
      </ul>
      <Table
        caption={t('post.figures')} isCaptionHidden copies rows={rows} keyOf={({ key }) => key}
        columns={[
          {
            key: 'measure', title: t('post.figures.measure'), isHeading: true,
            cell: ({ key, definition }) => <span className="figure-name">{t(`post.figures.${key}`)}{isNarrow && <small>{definition}</small>}</span>,
          },
          { key: 'value', title: t('post.figures.value'), align: 'end', cell: ({ value }) => write.number(value) },
          ...(isNarrow ? [] : [{ key: 'definition', title: t('post.figures.definition'), cell: ({ definition }: FigureRow) => definition }]),
        ]}
      />
    </section>
  );
}

function sayDefinition({ definitions }: PostDetail, key: Shown, { t, write }: Translation): string {
  const meaning = meanings[key];
  const known = definitions.find(({ measure }) => measure === key);
  return [
    ...(meaning === undefined ? [] : [t(meaning)]),
    ...(known === undefined || known.networkName === null ? [] : [t('post.figures.name', { name: known.networkName })]),
    ...(known === undefined || known.validFrom === null ? [] : [t('post.figures.since', { day: write.longDay(known.validFrom) })]),
  ].join(' ');
}
