import { allRights, may, type Right, roles } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Table } from '../../ui/table.js';

/** Who may do what: the very table by which the server lets in. */
export function RightsSection(): ReactNode {
  const { t } = useTranslation();
  const columns = roles.map((role) => ({ key: role, title: t(`role.${role}`), cell: (right: Right) => (may(role, right) ? <b>{t('people.rights.yes')}</b> : <span className="quiet">{t('people.rights.no')}</span>) }));
  return (
    <section className="section people-rights" aria-labelledby="people-rights">
      <header><h2 id="people-rights">{t('people.rights')}</h2><p>{t('people.rights.text')}</p></header>
      <Table
        caption={t('people.rights')} isCaptionHidden rows={allRights} keyOf={(right) => right} narrow="stack"
        columns={[{ key: 'right', title: t('people.rights.act'), isHeading: true, cell: (right: Right) => t(`right.${right}`) }, ...columns]}
      />
    </section>
  );
}
