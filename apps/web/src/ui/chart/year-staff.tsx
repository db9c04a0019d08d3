import {
  darkLook, lightLook, staffChart, staffCsv, staffRemarks, staffSubtitle, staffSummary, staffTable, staffTitle, staffWords, toStaffInput,
  type ChannelReport, type Note, type StaffInput, type StaffWords,
} from '@portee/shared';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../button.js';
import { ChartCanvas } from './chart-canvas.js';
import { Table } from '../table.js';
import { useTheme } from '../theme.js';
import { useToast } from '../toast.js';
import { StaffKey } from './staff-key.js';
import './year-staff.css';

interface YearProps { main: ChannelReport; notes: readonly Note[]; month: string }

/** Twelve months on the staff: the finding as its title, the drawing, its remarks, and the same as a table. */
export function YearStaff({ main, notes, month }: YearProps): ReactNode {
  const { locale } = useTranslation();
  const theme = useTheme();
  const words = staffWords(locale);
  const input = useMemo(() => toStaffInput(main, notes, month), [main, notes, month]);
  const configuration = useMemo(() => staffChart(input, theme === 'dark' ? darkLook : lightLook, words), [input, theme, words]);
  return (
    <section className="section year" aria-labelledby="year">
      <header><h2 id="year">{staffTitle(input, words)}</h2><p>{staffSubtitle(input, words)}</p></header>
      <ChartCanvas configuration={configuration} label={staffSummary(input, words)} />
      <StaffKey hasPaid={notes.some(({ paid }) => paid === true)} hasNotes={notes.length > 0} />
      {staffRemarks(input, words).map((remark) => <p key={remark} className="note year-remark">{remark}</p>)}
      <YearTable input={input} words={words} />
    </section>
  );
}

function YearTable({ input, words }: { input: StaffInput; words: StaffWords }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(staffCsv(input, words));
      toast(t('staff.copied'));
    } catch {
      setOpen(true);
      toast(t('staff.notCopied'));
    }
  };
  const { columns, rows } = staffTable(input, words);
  return (
    <>
      <div className="row chart-tools no-print">
        <Button kind="plain" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{t(isOpen ? 'staff.hideTable' : 'staff.table')}</Button>
        <Button kind="plain" onClick={() => { void copy(); }}>{t('staff.copy')}</Button>
      </div>
      {isOpen && (
        <Table
          caption={staffTitle(input, words)} isCaptionHidden keyOf={(row) => row[0] ?? ''} rows={rows}
          columns={columns.map((title, index) => ({
            key: title, title, cell: (row: string[]) => row[index], isHeading: index === 0, ...(index > 0 && index < columns.length - 1 ? { align: 'end' as const } : {}),
          }))}
        />
      )}
    </>
  );
}
