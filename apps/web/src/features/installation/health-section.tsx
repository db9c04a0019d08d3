import type { InstallationHealth } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { sayWhen } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { QueryView } from '../../ui/query-view.js';
import { Table } from '../../ui/table.js';
import { useInstallationHealth } from './installation.queries.js';
import { sayBytes } from './say-bytes.js';

/** What answers, when a worker was last there, and what waits. */
export function HealthSection(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="installation-health">
      <header><h2 id="installation-health">{t('installation.health')}</h2><p>{t('installation.health.text')}</p></header>
      <QueryView query={useInstallationHealth()}>{(health) => <Health health={health} />}</QueryView>
    </section>
  );
}

function Health({ health: { version, database, queue, workerSeenAt, lastCollectedAt, diskFreeBytes, queues } }: { health: InstallationHealth }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { timeZone, today } = useCurrentOrganisation();
  const when = (instant: string | null, none: string): string => (instant === null ? none : sayWhen(instant, { timeZone, today, translation }));
  const facts = [
    [t('installation.version'), version],
    [t('installation.database'), t(database ? 'installation.answers' : 'installation.silent')],
    [t('installation.queue'), t(queue ? 'installation.answers' : 'installation.silent')],
    [t('installation.worker'), when(workerSeenAt, t('installation.worker.none'))],
    [t('installation.lastCollected'), when(lastCollectedAt, t('installation.neverCollected'))],
    [t('installation.disk'), diskFreeBytes === null ? t('installation.unknown') : sayBytes(diskFreeBytes, translation)],
  ] as const;
  return (
    <>
      <ul className="line-list" aria-labelledby="installation-health">{facts.map(([name, value]) => <li key={name}><div><b>{name}</b></div><span>{value}</span></li>)}</ul>
      {queues.length > 0 && (
        <Table
          caption={t('installation.queues')} rows={queues} keyOf={({ name }) => name}
          columns={[
            { key: 'name', title: t('installation.queues.name'), isHeading: true, cell: ({ name }) => (name === 'imports' ? t('installation.queues.files') : t('installation.queues.network', { network: name.replace('collect-', '') })) },
            { key: 'waiting', title: t('installation.queues.waiting'), align: 'end', cell: ({ waiting }) => write.number(waiting, 0) },
            { key: 'running', title: t('installation.queues.running'), align: 'end', cell: ({ running }) => write.number(running, 0) },
            { key: 'failed', title: t('installation.queues.failed'), align: 'end', cell: ({ failed }) => write.number(failed, 0) },
            { key: 'oldest', title: t('installation.queues.oldest'), cell: ({ oldestAt }) => when(oldestAt, '—') },
          ]}
        />
      )}
    </>
  );
}
