import { formatsTitle, passedOnWords, type ChannelFormats, type ChannelOutlook } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { RichText } from '../../locales/rich-text.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { IntervalAxis } from '../../ui/advice/interval-line.js';
import { hasInterval, VerdictLine, verdictSpan } from '../../ui/advice/verdict-line.js';
import { QueryView } from '../../ui/query-view.js';
import { GroupTable } from './group-table.js';
import { knownOf } from './say-group.js';
import { useFormats } from './sharing.queries.js';

/** Formats compared, then themes where the team has tagged its posts. `outlook` null: it is not here, and nothing is claimed. */
export function FormatsSection({ channelId, outlook }: { channelId: string; outlook: ChannelOutlook | null }): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const formats = useFormats(channelId);
  return (
    <>
      <section className="section" aria-labelledby="sharing-formats">
        <header>
          <h2 id="sharing-formats">{formatsTitle(outlook?.records ?? null, passedOnWords(locale))}</h2>
          <p>{textsOf(formats.data ?? null, t).join(' ')}</p>
        </header>
        <QueryView query={formats}>{(data) => <Formats formats={data?.formats ?? []} outlook={outlook} translation={translation} />}</QueryView>
      </section>
      {formats.data !== undefined && <Themes themes={formats.data?.themes ?? []} />}
    </>
  );
}

/** Which posts stand behind which figure: only of what is known. */
function textsOf(data: ChannelFormats | null, t: Translation['t']): string[] {
  if (data === null) return [];
  const known = knownOf(data.formats);
  return [
    t(known.reach ? 'sharing.formats.reach' : 'sharing.formats.noReach'),
    ...(known.shares ? [t('sharing.formats.shares')] : []),
    ...(data.basis === 'organic-and-unknown' ? [t('sharing.unknownPaid')] : []),
  ];
}

interface FormatsProps { formats: ChannelFormats['formats']; outlook: ChannelOutlook | null; translation: Translation }

/** A line a format, in the order of the door, the most frequent first: an order by figures would read as a ranking. */
function Formats({ formats, outlook, translation }: FormatsProps): ReactNode {
  const { t } = translation;
  const verdicts = outlook?.records.filter(({ dimension }) => dimension === 'format') ?? [];
  const span = verdictSpan(verdicts);
  const cell = ({ format }: ChannelFormats['formats'][number]): ReactNode => {
    const verdict = verdicts.find(({ level }) => level === format);
    return verdict === undefined ? t('sharing.unknown') : <VerdictLine verdict={verdict} span={span} />;
  };
  return (
    <GroupTable
      caption={t('sharing.formats.caption')} what={t('sharing.col.format')} rows={formats} nameOf={({ format }) => t(`sharing.format.${format ?? 'unknown'}`)}
      {...(verdicts.length === 0 ? {} : { last: { key: 'verdict', title: t('sharing.col.verdict'), under: hasInterval(verdicts) && <IntervalAxis />, cell } })}
    />
  );
}

/** By theme; where nothing is tagged, one line says how. */
function Themes({ themes }: { themes: ChannelFormats['themes'] }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const tagged = themes.filter(({ theme }) => theme !== null);
  const link = (text: string): ReactNode => <Link to={`/o/${slug}/publications/themes`}>{text}</Link>;
  if (tagged.length === 0) return <p className="note quiet sharing-no-theme"><RichText text={t('sharing.themes.none')} marks={{ link }} /></p>;
  return (
    <section className="section" aria-labelledby="sharing-themes">
      <header><h2 id="sharing-themes">{t('sharing.themes.title', { count: tagged.length })}</h2><p>{t('sharing.themes.text')}</p></header>
      <GroupTable
        caption={t('sharing.themes.caption')} what={t('sharing.col.theme')} rows={themes}
        nameOf={({ theme }) => theme ?? t('sharing.themes.without')}
      />
      <p className="note"><Link to={`/o/${slug}/publications/themes`}>{t('sharing.themes.manage')}</Link></p>
    </section>
  );
}
