import type { Channel, Collection } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { ButtonLink } from '../../ui/button.js';
import { Slab } from '../../ui/slab.js';
import { wayToConnect } from './collection-actions.js';
import { actionOf, mayDo } from './collection-need.js';
import { sayLast, sayTodo, sayTrouble, type Telling } from './say-collection.js';

interface CollectionSlabProps {
  channel: Channel;
  collection: Collection;
  telling: Telling;
  /** Whether the title names the channel: not on its own page. */
  isNamed?: boolean;
  /** Other channels in the same case, named below. */
  others?: readonly Channel[];
}

/** A channel that only a person can bring back. */
export function CollectionSlab({ channel: { id, name }, collection, telling, isNamed = true, others = [] }: CollectionSlabProps): ReactNode {
  const { t } = telling.translation;
  const { slug, role } = useCurrentOrganisation();
  const last = sayLast(collection, telling);
  const isOurs = actionOf(collection) === 'reconnect';
  const mayReconnect = isOurs && mayDo(role, 'reconnect');
  const todo = isOurs && !mayReconnect ? `${sayTodo(collection, telling)} ${t('collect.coordination')}` : sayTodo(collection, telling);
  return (
    <div className="collection-slab">
      <Slab
        title={isNamed ? t('collect.news', { name, text: sayTrouble(collection, telling) }) : sayTrouble(collection, telling)}
        happened={last === null ? t('collect.slab.never') : t('collect.slab.since', { when: last })}
        {...(last === null ? {} : { safe: t('collect.slab.safe') })}
        todo={todo}
        {...(mayReconnect ? { action: <ButtonLink kind="act" to={wayToConnect(slug, id)}>{t('collect.do.reconnectOf', { name })}</ButtonLink> } : {})}
        {...(others.length === 0 ? {} : { footer: <Others channels={others} telling={telling} /> })}
      />
    </div>
  );
}

function Others({ channels, telling: { translation: { t } } }: { channels: readonly Channel[]; telling: Telling }): ReactNode {
  const { slug } = useCurrentOrganisation();
  return (
    <>
      {t('collect.slab.others', { count: channels.length })}{' '}
      {channels.map(({ id, name }, place) => <span key={id}>{place > 0 && ', '}<Link to={`/o/${slug}/donnees/canaux/${id}`}>{name}</Link></span>)}
    </>
  );
}
