import type { MonthlyReport, Post } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Table, type Column } from '../../ui/table.js';
import type { ReportWords } from './report-words.js';

const TEXT_LENGTH = 150;

/** What was seen most and least, with what was passed on. */
export function PostsSeen({ report, words }: { report: MonthlyReport; words: ReportWords }): ReactNode {
  const { t } = useTranslation();
  const { say, write } = words;
  const { best, least, month, channels } = report;
  const ids = new Set([...best, ...least].map(({ channelId }) => channelId));
  const networks = [...new Set(channels.filter(({ channel }) => ids.has(channel.id)).map(({ networkLabel }) => networkLabel))];
  const isEmpty = best.length === 0 && least.length === 0;
  return (
    <section className="section" aria-labelledby="report-posts">
      <header>
        <h2 id="report-posts">{say('board.posts.title')}</h2>
        <p>{isEmpty ? t('report.noPosts') : say('board.posts.intro', { network: write.list(networks), month: write.monthAndYear(month) })}</p>
      </header>
      {best.length > 0 && <Posts title={say('board.posts.best')} posts={best} words={words} />}
      {least.length > 0 && <Posts title={say('board.posts.least')} posts={least} words={words} />}
    </section>
  );
}

function Posts({ title, posts, words }: { title: string; posts: readonly Post[]; words: ReportWords }): ReactNode {
  const { say, write } = words;
  const count = (value: number | null): string => (value === null ? say('board.unknown') : write.number(value, 0));
  const columns: Column<Post>[] = [
    { key: 'text', title: say('board.posts.text'), isHeading: true, cell: (post) => <PostText post={post} words={words} /> },
    { key: 'rate', title: say('board.posts.rate'), align: 'end', cell: ({ reachRate }) => <b className="report-figure">{reachRate === null ? say('board.unknown') : write.exactPeople(reachRate)}</b> },
    { key: 'shares', title: say('board.posts.shares'), align: 'end', cell: ({ shares }) => count(shares) },
    { key: 'likes', title: say('board.posts.likes'), align: 'end', cell: ({ likes }) => count(likes) },
  ];
  return (
    <div className="report-posts">
      <h3>{title}</h3>
      <Table caption={title} isCaptionHidden narrow="stack" columns={columns} rows={posts} keyOf={({ id }) => id} />
    </div>
  );
}

function PostText({ post: { text, localDay, localTime, format, paid }, words: { say, t, write } }: { post: Post; words: ReportWords }): ReactNode {
  const when = say('board.posts.when', { day: write.weekday(localDay), time: write.time(localTime) });
  const detail = [when, ...(format === null ? [] : [t(`format.${format}`)]), ...(paid === true ? [t('paid.true')] : [])];
  return <span className="report-post"><span>{text === null || text === '' ? say('board.posts.noText') : shorten(text)}</span><span className="report-detail">{detail.join(', ')}</span></span>;
}

/** Cuts a text between two words. */
function shorten(text: string): string {
  if (text.length <= TEXT_LENGTH) return text;
  const cut = text.slice(0, TEXT_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TEXT_LENGTH / 2)).trimEnd()}…`;
}
