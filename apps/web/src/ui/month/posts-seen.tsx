import { postColumns, postsSeen, SHOWN_TEXT, shorten, type MonthlyReport, type ReportWords, type SeenPost } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Table, type Column } from '../table.js';
import './month.css';

/** What was seen most and least, with what was passed on. */
export function PostsSeen({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const { t } = useTranslation();
  const { say } = words;
  const seen = postsSeen(report, words);
  const columns = seen === null ? [] : columnsOf(seen.columns, say);
  return (
    <section className="section" aria-labelledby="report-posts">
      <header>
        <h2 id="report-posts">{say('board.posts.title')}</h2>
        <p>{seen === null ? t('report.noPosts') : seen.intro}</p>
      </header>
      {seen?.groups.map(({ title, rows }) => (
        <div key={title} className="report-posts">
          <h3>{title}</h3>
          <Table caption={title} isCaptionHidden copies narrow="stack" columns={columns} rows={rows} keyOf={({ id }) => id} />
        </div>
      ))}
    </section>
  );
}

function columnsOf(titles: Record<(typeof postColumns)[number], string>, say: ReportWords['say']): Column<SeenPost>[] {
  return postColumns.map((key): Column<SeenPost> => {
    if (key === 'text') return { key, title: titles[key], isHeading: true, cell: (post) => <PostText post={post} say={say} /> };
    return { key, title: titles[key], align: 'end', cell: (post) => (key === 'rate' ? <b className="report-figure">{post.rate}</b> : post[key]) };
  });
}

function PostText({ post: { text, detail }, say }: { post: SeenPost; say: ReportWords['say'] }): ReactNode {
  return <span className="report-post"><span>{text === null || text === '' ? say('board.posts.noText') : shorten(text, SHOWN_TEXT)}</span><span className="report-detail">{detail}</span></span>;
}
