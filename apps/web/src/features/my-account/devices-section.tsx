import { localDay, type OpenSession } from '@portee/shared';
import type { ReactNode } from 'react';
import { useOwnClock } from '../../api/own-clock.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { useToast } from '../../ui/toast.js';
import { useRowFocus } from '../../ui/use-row-focus.js';
import { useEndOtherSessions, useEndSession, useOpenSessions } from './my-account.queries.js';
import { sayBrowser } from './say-browser.js';

/** Where one is signed in, and the way to end it there. */
export function DevicesSection(): ReactNode {
  const { t } = useTranslation();
  const sessions = useOpenSessions();
  return (
    <section className="section" aria-labelledby="account-devices">
      <header><h2 id="account-devices" tabIndex={-1}>{t('myAccount.devices')}</h2><p>{t('myAccount.devices.text')}</p></header>
      <QueryView query={sessions}>{(known) => <Devices sessions={known} />}</QueryView>
    </section>
  );
}

function Devices({ sessions }: { sessions: readonly OpenSession[] }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const [end, endOthers] = [useEndSession(), useEndOtherSessions()];
  const { box, listeners } = useRowFocus<HTMLDivElement>(sessions.map(({ id }) => id));
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <div ref={box} {...listeners}>
      <FormFailure error={end.error ?? endOthers.error} />
      <ul className="line-list">
        {sessions.map((session) => (
          <li key={session.id} data-row={session.isThis ? undefined : true}>
            <Device session={session} />
            {!session.isThis && <Button isBusy={end.isPending} aria-label={t('myAccount.devices.endOf', { browser: sayBrowser(session.userAgent, t) })} onClick={() => { endOthers.reset(); end.mutate(session.id, { onSuccess: () => { toast(t('myAccount.devices.ended')); } }); }}>{t('myAccount.devices.end')}</Button>}
          </li>
        ))}
      </ul>
      {others.length > 1 && <p className="devices-all"><Button isBusy={endOthers.isPending} onClick={() => { end.reset(); endOthers.mutate(undefined, { onSuccess: () => { toast(t('myAccount.devices.allEnded')); } }); }}>{t('myAccount.devices.endAll')}</Button></p>}
    </div>
  );
}

function Device({ session: { userAgent, since, seenAt, isThis } }: { session: OpenSession }): ReactNode {
  const { t, write } = useTranslation();
  const { timeZone } = useOwnClock();
  const day = (instant: string): string => write.longDay(localDay(new Date(instant), timeZone));
  return (
    <div>
      <b>{isThis ? t('myAccount.devices.this', { browser: sayBrowser(userAgent, t) }) : sayBrowser(userAgent, t)}</b>
      <small>{t('myAccount.devices.since', { since: day(since), seen: day(seenAt) })}</small>
    </div>
  );
}
