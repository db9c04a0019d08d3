import type { Channel, FollowersOnDay } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { Table } from '../../ui/table.js';
import { useFollowers } from './channel.queries.js';
import { FollowersForm } from './followers-form.js';

const SHOWN_FIRST = 8;

/** Follower counts of a channel: those known, and the way to say more. */
export function FollowersSection({ channel }: { channel: Channel }): ReactNode {
  const { t } = useTranslation();
  const known = useFollowers(channel.id);
  return (
    <section className="section" id="abonnes" aria-labelledby="hand-followers">
      <header><h2 id="hand-followers">{t('hand.followers.title')}</h2></header>
      <div className="two-columns">
        <FollowersForm channelId={channel.id} />
        <QueryView query={known}>{(days) => <KnownFollowers days={days} />}</QueryView>
      </div>
    </section>
  );
}

function KnownFollowers({ days }: { days: readonly FollowersOnDay[] }): ReactNode {
  const { t, write } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  if (days.length === 0) return <p className="note quiet">{t('hand.followers.none')}</p>;
  const newestFirst = days.toSorted((one, other) => other.day.localeCompare(one.day));
  return (
    <div>
      <Table
        caption={t('hand.followers.known')} copies
        columns={[
          { key: 'day', title: t('hand.followers.day'), isHeading: true, cell: ({ day }) => write.longDay(day) },
          { key: 'followers', title: t('hand.followers.count'), align: 'end', cell: ({ followers }) => write.number(followers) },
          { key: 'source', title: t('hand.followers.source'), cell: ({ source }) => t(`hand.source.${source}`) },
        ]}
        rows={isWhole ? newestFirst : newestFirst.slice(0, SHOWN_FIRST)} keyOf={({ day }) => day}
      />
      {!isWhole && days.length > SHOWN_FIRST && <Button kind="plain" onClick={() => { setWhole(true); }}>{t('hand.followers.all', { count: days.length })}</Button>}
    </div>
  );
}
