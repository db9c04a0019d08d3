import type { NewPlanFeed, PlanFeed } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useOwnClock } from '../../api/own-clock.js';
import { useCalendarAct, usePlanFeeds } from '../../api/plan-calendar.queries.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { QueryView } from '../../ui/query-view.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SecretAddress } from '../../ui/secret-address.js';
import { textOf } from './said-fields.js';
import { SureButton } from '../../ui/sure-button.js';
import { useRowFocus } from '../../ui/use-row-focus.js';

/** Secret addresses at which calendar programs read the plan: made, renewed, taken back. */
export function FeedsPanel({ roles }: { roles: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const [told, setTold] = useState<NewPlanFeed | null>(null);
  const make = useCalendarAct<NewPlanFeed>();
  const revoke = useCalendarAct<null>();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const role = textOf(new FormData(event.currentTarget), 'role') || null;
    revoke.reset();
    make.mutate((doors) => doors.createFeed(role), { onSuccess: setTold });
  };
  const onRenew = ({ id }: PlanFeed): void => { revoke.reset(); make.mutate((doors) => doors.renewFeed(id), { onSuccess: setTold }); };
  const onRevoke = ({ id }: PlanFeed): void => { make.reset(); revoke.mutate((doors) => doors.revokeFeed(id), { onSuccess: () => { setTold((shown) => (shown?.id === id ? null : shown)); } }); };
  const feeds = usePlanFeeds();
  const { box, listeners } = useRowFocus<HTMLDivElement>((feeds.data ?? []).map(({ id }) => id));
  return (
    <div ref={box} {...listeners}>
      <form className="form" onSubmit={onSubmit} noValidate>
        <p>{t('calendar.feeds.text')}</p>
        <FormFailure error={make.error ?? revoke.error} />
        <TextField label={t('calendar.feeds.role')} name="role" hint={t('calendar.feeds.role.hint')} maxLength={60} autoComplete="off" list="feed-roles" />
        <datalist id="feed-roles">{roles.map((role) => <option key={role} value={role} />)}</datalist>
        <Button kind="act" type="submit" isBusy={make.isPending}>{t('calendar.feeds.make')}</Button>
      </form>
      {told !== null && <SecretAddress key={told.address} address={told.address} label={t('calendar.feeds.address')} hint={t('calendar.feeds.address.hint')} />}
      <QueryView query={feeds}>{(known) => known.length > 0 && <Feeds feeds={known} isBusy={make.isPending || revoke.isPending} onRenew={onRenew} onRevoke={onRevoke} />}</QueryView>
    </div>
  );
}

interface FeedsProps { isBusy: boolean; onRenew: (feed: PlanFeed) => void; onRevoke: (feed: PlanFeed) => void }

function Feeds({ feeds, ...ways }: FeedsProps & { feeds: readonly PlanFeed[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="feeds" aria-labelledby="feeds-known">
      <h3 id="feeds-known">{t('calendar.feeds.known')}</h3>
      <ul className="line-list">{feeds.map((feed) => <Feed key={feed.id} feed={feed} {...ways} />)}</ul>
    </section>
  );
}

function Feed({ feed, isBusy, onRenew, onRevoke }: FeedsProps & { feed: PlanFeed }): ReactNode {
  const translation = useTranslation();
  const clock = useOwnClock();
  const { t } = translation;
  const of = feed.role ?? t('calendar.feeds.all');
  const when = (instant: string): string => sayWhen(instant, { ...clock, translation });
  return (
    <li data-row>
      <div>
        <b>{of}</b>
        <small>{feed.lastUsedAt === null ? t('calendar.feeds.neverUsed', { when: when(feed.createdAt) }) : t('calendar.feeds.lastUsed', { when: when(feed.lastUsedAt) })}</small>
      </div>
      <div className="row">
        <SureButton kind="ordinary" label={t('calendar.feeds.renew')} ariaLabel={t('calendar.feeds.renewOf', { of })} sure={t('calendar.feeds.renewSure')} isBusy={isBusy} onSure={() => { onRenew(feed); }} />
        <SureButton label={t('calendar.feeds.revoke')} ariaLabel={t('calendar.feeds.revokeOf', { of })} sure={t('calendar.feeds.revokeSure')} isBusy={isBusy} onSure={() => { onRevoke(feed); }} />
      </div>
    </li>
  );
}
