import {
  darkLook, lightLook, staffChart, staffCsv, staffRemarks, staffSubtitle, staffSummary, staffTable, staffTitle, staffWords, toStaffInput,
  type ChannelReport, type Note, type StaffInput, type StaffWords,
} from '@portee/shared';
import { useMemo, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Explained } from '../explain.js';
import { ChartCanvas } from './chart-canvas.js';
import { chartPainting } from './chart-painting.js';
import { pictureLook } from './picture.js';
import { SavePicture } from './save-picture.js';
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
      <YearTable input={input} words={words} month={month} readAt={main.channel.observedAt} />
    </section>
  );
}

function YearTable({ input, words, month, readAt }: { input: StaffInput; words: StaffWords; month: string; readAt: string | null }): ReactNode {
  const { slug } = useCurrentOrganisation();
  const { columns, rows } = staffTable(input, words);
  const title = staffTitle(input, words);
  const picture = <SavePicture file={`${slug}-${month}`} readAt={readAt} title={title} lines={[staffSubtitle(input, words), ...staffRemarks(input, words)]} painting={() => chartPainting(staffChart(input, pictureLook, words))} />;
  return <TableTools table={{ caption: title, columns, rows, wordy: [columns.length - 1] }} csv={() => staffCsv(input, words)} also={picture} />;
}
