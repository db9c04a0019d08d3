import type { ImportView } from '@portee/shared';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useOwnClock } from '../../api/own-clock.js';
import { sayWhen, toLocal } from '../../format/instants.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { ImportApplied } from './import-applied.js';
import { ImportDecision } from './import-decision.js';
import { ImportMapping } from './import-mapping.js';
import { ImportReading } from './import-reading.js';
import { ImportRefused } from './import-refused.js';
import { useImport } from './import.queries.js';
import { sayImportTitle } from './say-import.js';
import './data.css';
import './import.css';

/** One file's way, from its arrival to what it changed. */
export function ImportPage(): ReactNode {
  const { importId = '' } = useParams();
  return <QueryView query={useImport(importId)}>{(view) => <OneImport view={view} />}</QueryView>;
}

function OneImport({ view }: { view: ImportView }): ReactNode {
  const translation = useTranslation();
  const { t, write } = translation;
  const { slug, name, timeZone } = useCurrentOrganisation();
  const clock = useOwnClock();
  useDocumentTitle(t('import.document', { file: view.fileName }), name);
  const downloaded = toLocal(view.observedAt, timeZone).day;
  return (
    <>
      <div className="page-title">
        <BackLink to={`/o/${slug}/donnees`}>{t('data.back')}</BackLink>
        <PageHeading>{sayImportTitle(view, t)}</PageHeading>
        <p className="import-file-name">{view.fileName}</p>
        <p className="note import-facts">
          {[...(view.format === null ? [] : [t(`import.format.${view.format}`)]), t('import.meta', { when: sayWhen(view.uploadedAt, { ...clock, translation }), day: write.longDay(downloaded) })].join('\u00A0· ')}
        </p>
      </div>
      <Stage view={view} />
    </>
  );
}

function Stage({ view }: { view: ImportView }): ReactNode {
  const { t } = useTranslation();
  switch (view.state) {
    case 'waiting':
    case 'reading':
      return <ImportReading view={view} />;
    case 'needs-mapping':
      return <ImportMapping view={view} />;
    case 'needs-decision':
      return <ImportDecision view={view} />;
    case 'applied':
      return <ImportApplied view={view} />;
    case 'refused':
    case 'failed':
      return <ImportRefused view={view} />;
    case 'undone':
      return <p className="import-body">{t('import.undone.text')}</p>;
  }
}
