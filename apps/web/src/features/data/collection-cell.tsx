import type { Collection } from '@portee/shared';
import type { ReactNode } from 'react';
import { AlertIcon } from '../../ui/icons.js';
import { Progress } from '../../ui/progress.js';
import { needsOf } from './collection-need.js';
import { CollectionSign } from './collection-sign.js';
import { sayLast, sayNeeds, sayNext, sayProgress, sayState, type Telling } from './say-collection.js';
import { useSpoken } from './use-spoken.js';

interface Told { collection: Collection; telling: Telling }

/** How a channel is doing, in its row: a shape, words, and when it was and will be read. */
export function CollectionCell({ collection, telling }: Told): ReactNode {
  const { t } = telling.translation;
  const last = sayLast(collection, telling);
  const next = sayNext(collection, telling);
  return (
    <div className="channel-fresh">
      <CollectionState collection={collection} telling={telling} />
      <small>{last === null ? t('collect.last.never') : t('collect.last.row', { when: last })}</small>
      {next !== null && <small>{t('collect.next.row', { when: next })}</small>}
    </div>
  );
}

/** The state alone: a shape and its words; strong where somebody is waited for. */
export function CollectionState({ collection, telling }: Told): ReactNode {
  const isWanting = collection.state === 'needs-reconnection' || collection.state === 'late';
  return <span className="collection-state" data-wanting={isWanting}><CollectionSign state={collection.state} /><span>{sayState(collection, telling)}</span></span>;
}

/** How far a collection has come, or what is the matter and what to do. Healthy: nothing. */
export function CollectionWords({ collection, telling }: Told): ReactNode {
  const { t } = telling.translation;
  const told = sayNeeds(collection, telling);
  const isMoving = needsOf(collection).includes('progress');
  const isFirst = collection.lastRun?.state === 'running' ? collection.lastRun.kind === 'first' : !collection.isBackfilled;
  if (!isMoving && told.length === 0) return null;
  return (
    <div className="collection-words">
      {isMoving && (
        <>
          <Progress label={t('collect.progress')} value={null} />
          <p className="figures">{sayProgress(collection, telling)} {isFirst && t('collect.first.leave')}</p>
        </>
      )}
      {told.map(({ need, words }) => <p key={need} data-need={need}>{need === 'ends' && <AlertIcon />}<span>{words}</span></p>)}
    </div>
  );
}

/** The same for a screen reader, which hears where a collection is now and then, and its end at once. */
export function CollectionNews({ collection, name, telling }: Told & { name: string }): ReactNode {
  const { t } = telling.translation;
  const isMoving = collection.state === 'collecting';
  const text = isMoving ? sayProgress(collection, telling) : [sayState(collection, telling), ...sayNeeds(collection, telling).map(({ words }) => words)].join('. ');
  const spoken = useSpoken(t('collect.news', { name, text }), isMoving);
  return <p className="visually-hidden" aria-live="polite">{spoken}</p>;
}
