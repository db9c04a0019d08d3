import type { NewWebhook, WebhookDelivery, WebhookView } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useOwnClock } from '../../api/own-clock.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SecretAddress } from '../../ui/secret-address.js';
import { SureButton } from '../../ui/sure-button.js';
import { useDeliveries, useEnableWebhook, useRemoveWebhook, useRenewSecret, useSendAgain, useTestWebhook } from './webhooks.queries.js';

interface WebhookProps {
  webhook: WebhookView;
  /** Told once; null: not now. */
  secret: string | null;
  onSecret: (told: NewWebhook) => void;
}

/** One address: what it is told, how that goes, and what was sent last. */
export function WebhookSection({ webhook, secret, onSecret }: WebhookProps): ReactNode {
  const { t } = useTranslation();
  const { id, url, events, disabledAt } = webhook;
  const [isOpen, setOpen] = useState(false);
  const [test, enable, remove, renew] = [useTestWebhook(), useEnableWebhook(), useRemoveWebhook(), useRenewSecret()];
  const { host } = new URL(url);
  return (
    <section className="section" aria-labelledby={`webhook-${id}`}>
      <header><h2 id={`webhook-${id}`}>{host}</h2><p>{url}</p></header>
      <FormFailure error={test.error ?? enable.error ?? remove.error ?? renew.error} />
      <ul className="webhook-facts">{events.map((event) => <li key={event}>{t(`webhooks.event.${event}`)}</li>)}</ul>
      <Standing webhook={webhook} />
      <div className="row">
        {disabledAt === null
          ? <Button isBusy={test.isPending} aria-label={t('webhooks.testOf', { host })} onClick={() => { setOpen(true); test.mutate(id); }}>{t('webhooks.test')}</Button>
          : <Button isBusy={enable.isPending} aria-label={t('webhooks.enableOf', { host })} onClick={() => { enable.mutate(id); }}>{t('webhooks.enable')}</Button>}
        <Button kind="plain" aria-expanded={isOpen} aria-label={t('webhooks.sentOf', { host })} onClick={() => { setOpen(!isOpen); }}>{t('webhooks.sent')}</Button>
        <SureButton label={t('webhooks.renew')} ariaLabel={t('webhooks.renewOf', { host })} sure={t('webhooks.renewSure')} isBusy={renew.isPending} onSure={() => { renew.mutateAsync(id).then(onSecret, () => undefined); }} />
        <SureButton label={t('webhooks.remove')} ariaLabel={t('webhooks.removeOf', { host })} sure={t('webhooks.removeSure')} isBusy={remove.isPending} onSure={() => { remove.mutate(id); }} />
      </div>
      {secret !== null && <SecretAddress key={secret} address={secret} what="secret" label={t('webhooks.secret', { host })} hint={t('webhooks.secret.hint')} />}
      {isOpen && <Deliveries id={id} isTold={disabledAt === null} />}
    </section>
  );
}

function Standing({ webhook: { failingSince, disabledAt, formerSecretUntil } }: { webhook: WebhookView }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  return (
    <>
      {disabledAt !== null && <p><b>{t('webhooks.disabled', { when: when(disabledAt) })}</b></p>}
      {disabledAt === null && failingSince !== null && <p>{t('webhooks.failing', { when: when(failingSince) })}</p>}
      {formerSecretUntil !== null && <p>{t('webhooks.former', { when: when(formerSecretUntil) })}</p>}
    </>
  );
}

function Deliveries({ id, isTold }: { id: string; isTold: boolean }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const deliveries = useDeliveries(id, true);
  const again = useSendAgain();
  return (
    <>
      <FormFailure error={deliveries.error ?? again.error} />
      {deliveries.data?.length === 0 && <p>{t('webhooks.sent.none')}</p>}
      <ul className="line-list">
        {deliveries.data?.map((delivery) => (
          <li key={delivery.id}>
            <div>
              <b>{t(`webhooks.event.${delivery.event}`)}</b>
              <small>{when(delivery.occurredAt)} · {t(`webhooks.state.${delivery.state}`, { tries: delivery.attempts.length })}</small>
              <LastTry delivery={delivery} />
            </div>
            <div className="row">{isTold && delivery.state !== 'waiting' && <Button kind="plain" isBusy={again.isPending} aria-label={t('webhooks.againOf', { when: when(delivery.occurredAt) })} onClick={() => { again.mutate({ id, deliveryId: delivery.id }); }}>{t('webhooks.again')}</Button>}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why the last try failed, and when the next one comes. */
function LastTry({ delivery: { attempts, nextAt } }: { delivery: WebhookDelivery }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const last = attempts.at(-1);
  if (last === undefined || last.reason === null) return null;
  return (
    <>
      <small>{t(`webhooks.reason.${last.reason}`, { status: String(last.status ?? '') })}</small>
      {nextAt !== null && <small>{t('webhooks.next', { when: when(nextAt) })}</small>}
    </>
  );
}

function useWhen(): (instant: string) => string {
  const translation = useTranslation();
  const clock = useOwnClock();
  return (instant) => sayWhen(instant, { ...clock, translation });
}
