import { may } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { FormFailure } from '../../ui/form-failure.js';
import { QueryView } from '../../ui/query-view.js';
import { Segmented } from '../../ui/segmented.js';
import { useMyNotices, useSetMyNotices } from './my-account.queries.js';

/** What one is told of this organisation by mail; only whoever can mend a channel is told of one in trouble. */
export function NoticesSection(): ReactNode {
  const { t } = useTranslation();
  const { name, role } = useCurrentOrganisation();
  const notices = useMyNotices();
  const set = useSetMyNotices();
  if (!may(role, 'manageChannels')) return null;
  const choices = [{ value: 'yes', label: t('notices.yes') }, { value: 'no', label: t('notices.no') }] as const;
  return (
    <section className="section" aria-labelledby="account-notices">
      <header><h2 id="account-notices">{t('notices.title')}</h2><p>{t('notices.text', { name })}</p></header>
      <QueryView query={notices}>
        {({ wantsWarnings }) => (
          <div className="form">
            <FormFailure error={set.error} />
            <Segmented<'yes' | 'no'> label={t('notices.label')} choices={choices} value={wantsWarnings ? 'yes' : 'no'} onChoose={(chosen) => { set.mutate({ wantsWarnings: chosen === 'yes' }); }} />
          </div>
        )}
      </QueryView>
    </section>
  );
}
