import type { Channel, Collection } from '@portee/shared';
import { useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { useToast } from '../../ui/toast.js';
import { actionOf, isUnderWay, mayDo } from './collection-need.js';
import { useChangeCollection, type CollectionChange } from './collection.queries.js';

interface ActionProps { channel: Channel; collection: Collection }

/** The one thing to do for a channel, at the end of its row; nothing to do: the way to its page. */
export function RowAction({ channel: { id, name }, collection }: ActionProps): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  const { ask, isBusy } = useAsk({ id, name });
  const place = useRef<HTMLSpanElement>(null);
  const action = actionOf(collection);
  // What was pressed goes with what it did: the keyboard goes on from the channel's name.
  const onDone = (): void => { place.current?.closest('li')?.querySelector('a')?.focus(); };
  return (
    <span className="row-action" ref={place}>
      {action === null || !mayDo(role, action)
        ? <Link to={`/o/${slug}/donnees/canaux/${id}`} aria-label={t('data.openOf', { name })}>{t('data.open')}</Link>
        : action === 'reconnect'
          ? <Link to={wayToConnect(slug, id)} aria-label={t('collect.do.reconnectOf', { name })}>{t('collect.do.reconnect')}</Link>
          : <Button kind="plain" isBusy={isBusy} aria-label={t(`collect.do.${action}Of`, { name })} onClick={() => { ask(action, onDone); }}>{t(`collect.do.${action}`)}</Button>}
    </span>
  );
}

/** All that a person may ask of a channel's collection, on its own page. Buttons stay where they are: focus with them. */
export function CollectionActions({ channel: { id, name }, collection, now }: ActionProps & { now: Date }): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  const { ask, isBusy } = useAsk({ id, name });
  const { state, accessEndsSoon } = collection;
  if (state === 'needs-reconnection') return null;
  const isPaused = state === 'paused';
  const cannotCollect = isBusy || state === 'limited' || isUnderWay(collection, now);
  return (
    <div className="row collection-actions">
      {accessEndsSoon && !isPaused && mayDo(role, 'reconnect') && <ButtonLink to={wayToConnect(slug, id)}>{t('collect.do.reconnect')}</ButtonLink>}
      {!isPaused && mayDo(role, 'collect') && <Button isBusy={cannotCollect} onClick={() => { ask('collect'); }}>{t('collect.do.collectNow')}</Button>}
      {mayDo(role, 'pause') && <Button isBusy={isBusy} onClick={() => { ask(isPaused ? 'resume' : 'pause'); }}>{t(isPaused ? 'collect.do.resume' : 'collect.do.pause')}</Button>}
    </div>
  );
}

/** Where a channel is connected again; its history is kept. */
export function wayToConnect(slug: string, channelId: string): string {
  return `/o/${slug}/donnees/connecter?canal=${channelId}`;
}

interface Asking { ask: (change: CollectionChange, onDone?: () => void) => void; isBusy: boolean }

/** Sends the wish, says what became of it, and offers to take back a pause or its end. */
function useAsk({ id, name }: { id: string; name: string }): Asking {
  const { t } = useTranslation();
  const toast = useToast();
  const change = useChangeCollection(id);
  const ask: Asking['ask'] = (wanted, onDone) => {
    const undo = wanted === 'collect' ? undefined : () => { ask(wanted === 'pause' ? 'resume' : 'pause'); };
    change.mutate(wanted, {
      onSuccess: () => {
        toast(t(`collect.done.${wanted}`, { name }), undo);
        onDone?.();
      },
      onError: (error) => { toast(sayProblem(error, t)); },
    });
  };
  return { ask, isBusy: change.isPending };
}
