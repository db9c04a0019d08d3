import type { IngestionRun } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useOwnClock } from '../../api/own-clock.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Table } from '../../ui/table.js';
import { CopyCsv } from '../../ui/copy-csv.js';
import { runColumns, toRunRows, writeRunsCsv, type RunColumn, type RunRow } from './run-rows.js';

const SHOWN_FIRST = 5;
const figures: ReadonlySet<RunColumn> = new Set(['duration', 'posts', 'new', 'unchanged', 'absent']);

/** Every collection of a channel, the newest first, as a table to read or to copy. */
export function RunHistory({ runs }: { runs: readonly IngestionRun[] }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { timeZone } = useCurrentOrganisation();
  const clock = useOwnClock();
  const [isWhole, setWhole] = useState(false);
  const rows = toRunRows(runs, clock, translation);
  if (rows.length === 0) return <p className="note quiet">{t('collect.runs.none')}</p>;
  return (
    <div className="run-history">
      <Table
        caption={t('collect.runs.title')} isCaptionHidden narrow="stack" rows={isWhole ? rows : rows.slice(0, SHOWN_FIRST)} keyOf={({ id }) => id}
        columns={runColumns.map((column) => ({
          key: column, title: t(`collect.runs.${column}`), isHeading: column === 'date', cell: ({ cells }: RunRow) => cells[column],
          ...(figures.has(column) ? { align: 'end' as const } : {}),
        }))}
      />
      <div className="row no-print">
        {!isWhole && rows.length > SHOWN_FIRST && <Button kind="plain" onClick={() => { setWhole(true); }}>{t('collect.runs.all', { count: rows.length })}</Button>}
        <CopyCsv csv={() => writeRunsCsv(runs, timeZone, translation)} onRefused={() => { setWhole(true); }} />
      </div>
    </div>
  );
}
