import { localDay, type Channel, type Collection, type IngestionRun } from '@portee/shared';
import type { ReactNode } from 'react';
import { QueryView } from '../../ui/query-view.js';
import { CollectionActions } from './collection-actions.js';
import { CollectionNews, CollectionState, CollectionWords } from './collection-cell.js';
import { lastingRefusals, type LastingRefusal } from './collection-need.js';
import { CollectionSlab } from './collection-slab.js';
import { useRuns } from './collection.queries.js';
import { RunHistory } from './run-history.js';
import { sayLast, sayNext, sayRemark, writeDay, type Telling } from './say-collection.js';
import { useTelling } from './use-telling.js';

interface SectionProps { channel: Channel; collection: Collection; network: string; now: Date }

/** How a channel is read by itself: its state, what can be asked, what the network refused, and every collection so far. */
export function CollectionSection({ channel, collection, network, now }: SectionProps): ReactNode {
  const telling = useTelling(network, now);
  const { t } = telling.translation;
  const runs = useRuns(channel.id, collection.lastRun);
  const isBroken = collection.state === 'needs-reconnection';
  return (
    <section className="section" id="collecte" aria-labelledby="collect-title">
      <header><h2 id="collect-title">{t('collect.title')}</h2></header>
      {isBroken && <CollectionSlab channel={channel} collection={collection} telling={telling} isNamed={false} />}
      <div className="two-columns">
        <div className="collection-now">
          <CollectionFacts collection={collection} telling={telling} />
          {!isBroken && <CollectionWords collection={collection} telling={telling} />}
          <CollectionNews collection={collection} name={channel.name} telling={telling} />
          <CollectionActions channel={channel} collection={collection} now={now} />
        </div>
        {!isBroken && runs.data !== undefined && <NotGiven runs={runs.data} telling={telling} />}
      </div>
      <h3 className="collection-history">{t('collect.runs.title')}</h3>
      <QueryView query={runs}>{(known) => <RunHistory runs={known} />}</QueryView>
    </section>
  );
}

function CollectionFacts({ collection, telling }: { collection: Collection; telling: Telling }): ReactNode {
  const { t } = telling.translation;
  const { state, accessEndsAt } = collection;
  const next = sayNext(collection, telling);
  const hasNext = state === 'connected' || state === 'late';
  return (
    <dl className="collection-facts">
      <dt>{t('collect.state')}</dt><dd><CollectionState collection={collection} telling={telling} /></dd>
      <dt>{t('collect.last')}</dt><dd>{sayLast(collection, telling) ?? t('collect.last.never')}</dd>
      {hasNext && <><dt>{t('collect.next')}</dt><dd>{next ?? t('collect.next.none')}</dd></>}
      {accessEndsAt !== null && <><dt>{t('collect.access')}</dt><dd>{t('collect.access.until', { day: writeDay(localDay(new Date(accessEndsAt), telling.timeZone), telling) })}</dd></>}
    </dl>
  );
}

/** What the last collection did not get, and what it did not believe. Not shown where the next one could get nothing. */
function NotGiven({ runs, telling }: { runs: readonly IngestionRun[]; telling: Telling }): ReactNode {
  const { t } = telling.translation;
  const last = runs.find(({ state }) => state === 'done');
  if (last === undefined) return null;
  const refusals = lastingRefusals(runs);
  return (
    <div className="not-given">
      <h3>{t('collect.refused.title')}</h3>
      {refusals.length === 0 ? <p className="note quiet">{t('collect.refused.none')}</p> : <ul>{refusals.map((refusal) => <Refusal key={refusal.measure} refusal={refusal} telling={telling} />)}</ul>}
      {last.remarks.length > 0 && (
        <>
          <h3>{t('collect.remarks.title')}</h3>
          <ul>{last.remarks.map((remark) => <li key={remark.reason}>{sayRemark(remark, t)}</li>)}</ul>
        </>
      )}
    </div>
  );
}

function Refusal({ refusal: { measure, reason, name, since, isExact }, telling }: { refusal: LastingRefusal; telling: Telling }): ReactNode {
  const { t } = telling.translation;
  const day = writeDay(localDay(new Date(since), telling.timeZone), telling);
  return (
    <li>
      <strong>{t(`collect.measure.${measure}`)}</strong>
      <span>{t(`collect.refused.${reason}`)} {t(isExact ? 'collect.refused.sinceExactly' : 'collect.refused.since', { day })}</span>
      <small>{t('collect.refused.name', { name })}</small>
    </li>
  );
}
