import { firstDay, localDay, monthOf, type Channel, type UnpaidPeriod } from '@portee/shared';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { TextField } from '../../ui/field.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';
import { useDeclareUnpaid, useUnpaidPeriods, useWithdrawUnpaid } from './channel.queries.js';

/** « Rien n’a été sponsorisé entre … et … »: what a person knows and the network does not say. */
export function UnpaidSection({ channel }: { channel: Channel }): ReactNode {
  const { t } = useTranslation();
  const periods = useUnpaidPeriods(channel.id);
  return (
    <section className="section" id="sans-publicite" aria-labelledby="hand-unpaid">
      <header><h2 id="hand-unpaid">{t('hand.unpaid.title')}</h2><p>{t('hand.unpaid.text')}</p></header>
      <div className="two-columns">
        <UnpaidForm channelId={channel.id} />
        <QueryView query={periods}>{(known) => <UnpaidList channel={channel} periods={known} />}</QueryView>
      </div>
    </section>
  );
}

type Refusal = 'missing' | 'reversed';

function UnpaidForm({ channelId }: { channelId: string }): ReactNode {
  const { t } = useTranslation();
  const { today } = useCurrentOrganisation();
  const toast = useToast();
  const declare = useDeclareUnpaid(channelId);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const period = { from: String(fields.get('from')), to: String(fields.get('to')) };
    const refused = period.from === '' || period.to === '' ? 'missing' : period.from > period.to ? 'reversed' : null;
    setRefusal(refused);
    if (refused === null) declare.mutate(period, { onSuccess: () => { toast(t('hand.unpaid.saved')); } });
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {declare.error !== null && <FormRefusal>{sayProblem(declare.error, t)}</FormRefusal>}
      <div className="entry-row">
        <TextField label={t('hand.unpaid.from')} name="from" type="date" defaultValue={firstDay(monthOf(today))} refusal={refusal === 'missing' ? t('hand.unpaid.missing') : undefined} />
        <TextField label={t('hand.unpaid.to')} name="to" type="date" defaultValue={today} refusal={refusal === 'reversed' ? t('hand.unpaid.reversed') : undefined} />
      </div>
      <Button type="submit" isBusy={declare.isPending}>{t('hand.unpaid.save')}</Button>
    </form>
  );
}

function UnpaidList({ channel, periods }: { channel: Channel; periods: readonly UnpaidPeriod[] }): ReactNode {
  const { t, write } = useTranslation();
  const toast = useToast();
  const withdraw = useWithdrawUnpaid(channel.id);
  const declare = useDeclareUnpaid(channel.id);
  if (periods.length === 0) return <p className="note quiet">{t('hand.unpaid.none')}</p>;
  const onWithdraw = ({ id, from, to }: UnpaidPeriod): void => {
    withdraw.mutate(id, { onSuccess: () => { toast(t('hand.unpaid.withdrawn'), () => { declare.mutate({ from, to }); }); } });
  };
  return (
    <div>
      {withdraw.error !== null && <FormRefusal>{sayProblem(withdraw.error, t)}</FormRefusal>}
      <ul className="period-list">
        {periods.map((period) => {
          const days = { from: write.longDay(period.from), to: write.longDay(period.to) };
          return (
            <li key={period.id}>
              <span>
                {t('hand.unpaid.sentence', days)}
                <small>{t('hand.unpaid.declared', { day: write.longDay(localDay(new Date(period.declaredAt), channel.timeZone)) })}</small>
              </span>
              <Button kind="plain" aria-label={t('hand.unpaid.withdrawOf', days)} isBusy={withdraw.isPending} onClick={() => { onWithdraw(period); }}>{t('hand.unpaid.withdraw')}</Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
