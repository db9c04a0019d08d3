import { headlineNotes, headlineWords, peoplePerHundred, type ChannelReport, type MonthlyReport } from '@portee/shared';
import type { ReactNode } from 'react';
import { HundredPicture } from '../../ui/hundred-picture.js';
import type { ReportWords } from './report-words.js';

/** The sentence of the month, its picture, and what must be known to read it. */
export function ReportHeadline({ report, main, words }: { report: MonthlyReport; main: ChannelReport | null; words: ReportWords }): ReactNode {
  const { say, t } = words;
  // An only channel speaks even without a figure: it says why it has none.
  const spoken = main ?? (report.channels.length === 1 ? report.channels[0] : undefined) ?? null;
  const rate = spoken?.headline.figure.median ?? null;
  return (
    <section className="report-headline">
      <div>
        <Sentence spoken={spoken} words={words} />
        {report.isProvisional && <p>{say('board.provisional')}</p>}
        {spoken === null ? <p>{say('board.reason.no-channel')}</p> : [say('board.context.main', { network: spoken.networkLabel }), ...headlineNotes(spoken, t)].map((sentence) => <p key={sentence}>{sentence}</p>)}
      </div>
      <HundredPicture filled={rate === null ? null : peoplePerHundred(rate).filled} size="large" />
    </section>
  );
}

function Sentence({ spoken, words: { say, t } }: { spoken: ChannelReport | null; words: ReportWords }): ReactNode {
  if (spoken === null) return <h2>{say('board.headline.none')}</h2>;
  const { before, people, after } = headlineWords(spoken.headline, t);
  return <h2>{before}<em>{people}</em>{after}</h2>;
}
