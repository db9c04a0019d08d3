import type { ImportView } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { SelectField } from '../../ui/field.js';
import { rareColumns, samplesOf, usualColumns, withColumn, type DraftRefusal, type MappedColumn, type MappingDraft } from './mapping-draft.js';

const SAMPLES = 2;
const SAMPLE_LENGTH = 22;

export interface MappingPartProps {
  preview: NonNullable<ImportView['preview']>;
  draft: MappingDraft;
  refusals: readonly DraftRefusal[];
  onChange: (draft: MappingDraft) => void;
}

/** One list per figure: which column of the file says it, our guess chosen already. */
export function MappingColumns(props: MappingPartProps): ReactNode {
  const { t } = useTranslation();
  const hasRare = rareColumns.some((column) => props.draft.columns[column] !== undefined);
  return (
    <section aria-labelledby="map-columns">
      <h2 id="map-columns">{t('import.map.columns')}</h2>
      <div className="mapping-grid">{usualColumns.map((column) => <ColumnChoice key={column} {...props} column={column} />)}</div>
      <details className="mapping-more" open={hasRare}>
        <summary>{t('import.map.more')}</summary>
        <div className="mapping-grid">{rareColumns.map((column) => <ColumnChoice key={column} {...props} column={column} />)}</div>
      </details>
    </section>
  );
}

function ColumnChoice({ column, preview, draft, refusals, onChange }: MappingPartProps & { column: MappedColumn }): ReactNode {
  const { t } = useTranslation();
  const chosen = draft.columns[column];
  const isRequired = column === 'published_at';
  const samples = samplesOf(preview, chosen).slice(0, SAMPLES).map(shorten);
  const hints = [
    ...(chosen !== undefined && chosen === preview.guesses[column] && !preview.remembered ? [t('import.map.guess')] : []),
    ...(samples.length > 0 ? [t('import.map.example', { values: samples.join(' ; ') })] : []),
    ...(column === 'post_id' && chosen === undefined ? [t('import.map.noId')] : []),
  ];
  const choices = [{ value: '', label: t('import.map.none') }, ...new Set(preview.headers)].map((choice) => (typeof choice === 'string' ? { value: choice, label: choice } : choice));
  return (
    <SelectField
      label={isRequired ? `${t(`import.column.${column}`)} (${t('import.map.required')})` : t(`import.column.${column}`)}
      hint={hints.length > 0 ? hints.join('. ') : undefined} required={isRequired} value={chosen ?? ''} choices={choices}
      refusal={useRefusal(column, refusals)} onChange={(event) => { onChange(withColumn(draft, column, event.target.value)); }}
    />
  );
}

function useRefusal(column: MappedColumn, refusals: readonly DraftRefusal[]): string | undefined {
  const { t } = useTranslation();
  if (column === 'published_at' && refusals.some(({ kind }) => kind === 'date')) return t('import.map.missing.date');
  const twice = refusals.find((refusal) => refusal.kind === 'twice' && refusal.column === column);
  return twice?.kind === 'twice' ? t('import.map.twice', { column: t(`import.column.${twice.taken}`) }) : undefined;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > SAMPLE_LENGTH ? `${line.slice(0, SAMPLE_LENGTH - 1)}…` : line;
}
