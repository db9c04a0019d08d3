import {
  darkLook, lightLook, staffChart, staffCsv, staffRemarks, staffSubtitle, staffSummary, staffTable, staffTitle, staffWords, toStaffInput,
  type ChannelReport, type Note, type StaffInput, type StaffWords,
} from '@portee/shared';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Explained } from '../explain.js';
import { ChartCanvas } from './chart-canvas.js';
import { TableTools } from '../table-tools.js';
import { useTheme } from '../theme.js';
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
      <header><Explained word="typical" what={staffTitle(input, words)}><h2 id="year">{staffTitle(input, words)}</h2></Explained><p>{staffSubtitle(input, words)}</p></header>
      <ChartCanvas configuration={configuration} label={staffSummary(input, words)} />
      <StaffKey hasPaid={notes.some(({ paid }) => paid === true)} hasNotes={notes.length > 0} />
      {staffRemarks(input, words).map((remark) => <p key={remark} className="note year-remark">{remark}</p>)}
      <YearTable input={input} words={words} />
    </section>
  );
}

function YearTable({ input, words }: { input: StaffInput; words: StaffWords }): ReactNode {
  const { columns, rows } = staffTable(input, words);
  return <TableTools table={{ caption: staffTitle(input, words), columns, rows, wordy: [columns.length - 1] }} csv={() => staffCsv(input, words)} />;
}
