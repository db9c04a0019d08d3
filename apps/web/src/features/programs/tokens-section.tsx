import { type ApiTokenView, localDay } from '@portee/shared';
import type { ReactNode } from 'react';
import { useOwnClock } from '../../api/own-clock.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { FormFailure } from '../../ui/form-failure.js';
import { SureButton } from '../../ui/sure-button.js';
import { useToast } from '../../ui/toast.js';
import { useRowFocus } from '../../ui/use-row-focus.js';
import { useRevokeToken } from './tokens.queries.js';

/** Which programs come in, for what, until when, and which have not been seen for long. */
export function TokensSection({ tokens }: { tokens: readonly ApiTokenView[] }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const revoke = useRevokeToken();
  const { box, listeners } = useRowFocus<HTMLElement>(tokens.map(({ id }) => id));
  const onRevoke = ({ id, name }: ApiTokenView): void => { revoke.mutateAsync(id).then(() => { toast(t('tokens.revoked', { name })); }, () => undefined); };
  return (
    <section ref={box} {...listeners} className="section" aria-labelledby="tokens-list">
      <header><h2 id="tokens-list" tabIndex={-1}>{t('tokens.list')}</h2></header>
      <FormFailure error={revoke.error} />
      <ul className="line-list">
        {tokens.map((token) => (
          <li key={token.id} data-row>
            <TokenFacts token={token} />
            <div className="row"><SureButton label={t('tokens.revoke')} ariaLabel={t('tokens.revokeOf', { name: token.name })} sure={t('tokens.revokeSure')} isBusy={revoke.isPending} onSure={() => { onRevoke(token); }} /></div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TokenFacts({ token: { name, role, scopes, createdAt, createdBy, expiresAt, isOver, lastUsedAt } }: { token: ApiTokenView }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const clock = useOwnClock();
  const when = (instant: string): string => sayWhen(instant, { ...clock, translation });
  const dayOf = (instant: string): string => write.longDay(localDay(new Date(instant), clock.timeZone));
  const made = createdBy === null ? t('tokens.made', { when: when(createdAt) }) : t('tokens.madeBy', { name: createdBy, when: when(createdAt) });
  return (
    <div>
      <b>{name}</b>
      {scopes === null ? <small>{t('tokens.scopes.all', { role: t(`role.${role}`) })}</small> : scopes.map((scope) => <small key={scope}>{t(`tokens.scope.${scope}`)}</small>)}
      <small>{expiresAt === null ? t('tokens.endless') : t(isOver ? 'tokens.over' : 'tokens.until', { day: dayOf(expiresAt) })}</small>
      <small>{made} · {lastUsedAt === null ? t('tokens.neverUsed') : t('tokens.usedOn', { when: when(lastUsedAt) })}</small>
    </div>
  );
}
