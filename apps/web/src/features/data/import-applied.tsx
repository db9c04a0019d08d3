import { monthOf, type Channel, type ImportView } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { FollowersForm } from './followers-form.js';
import { ImportProblems } from './import-problems.js';
import { ImportTally, type TallyLine } from './import-tally.js';
import { ImportZone } from './import-zone.js';
import { useNewestPost } from './newest-post.js';
import { updatedPosts } from './say-import.js';
import { UndoImport } from './undo-import.js';

/** What the file changed, the one question it leaves open, and where to go from here. */
export function ImportApplied({ view }: { view: ImportView }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const channels = useChannels(slug);
  const own = channels.data?.filter(({ id }) => view.channelIds.includes(id)) ?? [];
  const lines = tallyOf(view, t);
  return (
    <>
      <AskFollowers view={view} channels={own} />
      <div className="import-body two-columns">
        <div>
          {lines.every(({ count }) => count === 0) ? <p>{t('import.applied.same')}</p> : <ImportTally lines={lines} />}
          {own.length > 0 && <p className="note">{t('import.applied.channel', { names: own.map(({ name }) => name).join(', ') })}</p>}
          <ImportZone view={view} />
          <Onward view={view} isAsking={view.asksFollowers} />
          <UndoImport view={view} />
        </div>
        <ImportProblems view={view} />
      </div>
    </>
  );
}

function tallyOf({ outcome, rows }: ImportView, t: Translation['t']): TallyLine[] {
  if (outcome === null) return [{ count: rows.accepted, text: t('import.tally.accepted', { count: rows.accepted }) }];
  const { postsNew, channelDaysNew, channelsNew, unchanged } = outcome;
  const updated = updatedPosts(outcome);
  return [
    { count: postsNew, text: t('import.applied.postsNew', { count: postsNew }) },
    { count: updated, text: t('import.applied.postsKnown', { count: updated }) },
    { count: channelDaysNew, text: t('import.applied.days', { count: channelDaysNew }) },
    { count: channelsNew, text: t('import.applied.channels', { count: channelsNew }) },
    { count: unchanged, text: t('import.applied.unchanged', { count: unchanged }) },
    { count: rows.rejected, text: t('import.tally.rejected', { count: rows.rejected }) },
  ];
}

/** Without followers there is no rate: asked at once, while the network's page may still be open beside this one. */
function AskFollowers({ view, channels }: { view: ImportView; channels: readonly Channel[] }): ReactNode {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<'none' | 'later' | 'given'>('none');
  const [askedId, setAskedId] = useState<string | null>(null);
  const silent = channels.find(({ followers }) => followers === null) ?? channels[0];
  // Once asked, the question stays until it is answered: the figures read again in the meantime must not take the form away.
  if (askedId === null && view.asksFollowers && silent !== undefined) setAskedId(silent.id);
  const channel = channels.find(({ id }) => id === askedId);
  if (channel === undefined) return null;
  return (
    <section className="import-question" aria-labelledby="import-question">
      <h2 id="import-question">{t('import.asks.title')}</h2>
      {answer === 'none' && (
        <>
          <p>{t('import.asks.text', { name: channel.name })} {t('import.asks.estimated')}</p>
          <FollowersForm
            key={channel.id} channelId={channel.id} onSaved={() => { setAnswer('given'); }}
            aside={<Button kind="plain" onClick={() => { setAnswer('later'); }}>{t('import.asks.later')}</Button>}
          />
        </>
      )}
      <Answered answer={answer} channelId={channel.id} />
    </section>
  );
}

/** What the answer means, said aloud; it stands where the question stood. */
function Answered({ answer, channelId }: { answer: 'none' | 'later' | 'given'; channelId: string }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return (
    <div role="status">
      {answer === 'given' && <p>{t('import.asks.saved')}</p>}
      {answer === 'later' && <p>{t('import.asks.postponed')}</p>}
      {answer !== 'none' && <div className="row import-answers"><ButtonLink to={`/o/${slug}/donnees/canaux/${channelId}#abonnes`}>{t('import.asks.open')}</ButtonLink></div>}
    </div>
  );
}

/** The newest month that has posts of this file's channels: that is what people want to see. */
function Onward({ view: { channelIds }, isAsking }: { view: ImportView; isAsking: boolean }): ReactNode {
  const { t, write } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const newest = useNewestPost(channelIds[0] ?? null);
  if (channelIds.length === 0 || newest.isPending) return null;
  if (newest.data === undefined || newest.data === null) {
    return <div className="row import-answers"><ButtonLink to={`/o/${slug}/donnees/canaux/${channelIds[0] ?? ''}`}>{t('import.applied.channelPage')}</ButtonLink></div>;
  }
  const month = monthOf(newest.data.localDay);
  return (
    <div className="row import-answers">
      <ButtonLink kind={isAsking ? 'ordinary' : 'act'} to={`/o/${slug}?mois=${month}`}>{t('import.applied.next', { month: write.monthAndYear(month) })}</ButtonLink>
      <ButtonLink to={`/o/${slug}/publications?canal=${channelIds[0] ?? ''}`}>{t('import.applied.posts')}</ButtonLink>
    </div>
  );
}
