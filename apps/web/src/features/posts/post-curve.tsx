import {
  darkLook, lightLook, localDay, postCurveChart, postCurveSummary, reachRate, staffWords, toPostCurve, type PostDetail,
} from '@portee/shared';
import { useMemo, useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { writeCsv } from '../../format/csv.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { ChartCanvas } from '../../ui/chart/chart-canvas.js';
import { Table } from '../../ui/table.js';
import { useTheme } from '../../ui/theme.js';
import { useToast } from '../../ui/toast.js';

/** The drawing: readings over the post's age, against where the channel's usual posts end. */
export function PostCurve({ detail }: { detail: PostDetail }): ReactNode {
  const { t, locale } = useTranslation();
  const theme = useTheme();
  const words = staffWords(locale);
  const curve = useMemo(() => toPostCurve(detail), [detail]);
  const configuration = useMemo(() => postCurveChart(curve, theme === 'dark' ? darkLook : lightLook, words), [curve, theme, words]);
  return (
    <>
      <p className="small quiet">{t('post.curve.unit')}</p>
      <ChartCanvas configuration={configuration} label={postCurveSummary(curve, words)} />
      <CurveTable detail={detail} />
    </>
  );
}

function CurveTable({ detail }: { detail: PostDetail }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { timeZone } = useCurrentOrganisation();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const columns = [t('post.curve.age'), t('post.curve.read'), t('post.curve.reach'), t('post.curve.rate')];
  const rows = rowsOf(detail, timeZone, translation);
  const copy = (): void => {
    navigator.clipboard.writeText(writeCsv([columns, ...rows])).then(() => { toast(t('staff.copied')); }, () => { setOpen(true); toast(t('staff.notCopied')); });
  };
  return (
    <>
      <div className="row chart-tools no-print">
        <Button kind="plain" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{t(isOpen ? 'staff.hideTable' : 'staff.table')}</Button>
        <Button kind="plain" onClick={copy}>{t('staff.copy')}</Button>
      </div>
      {isOpen && (
        <Table
          caption={t('post.curve')} isCaptionHidden rows={rows} keyOf={(row) => row.join(' ')}
          columns={columns.map((title, place) => ({ key: title, title, isHeading: place === 0, cell: (row: string[]) => row[place] ?? '', ...(place > 1 ? { align: 'end' as const } : {}) }))}
        />
      )}
    </>
  );
}

/** Every reading, also those without a reach: a dash is not a nought. */
function rowsOf({ post, readings }: PostDetail, timeZone: string, { t, write }: Translation): string[][] {
  return readings.map(({ ageDays, observedAt, reach }) => {
    const rate = reachRate(reach, post.followers);
    return [
      t('post.curve.ageDays', { days: Math.floor(ageDays) }), write.longDay(localDay(new Date(observedAt), timeZone)),
      reach === null ? t('posts.unknown') : write.number(reach), rate === null ? t('posts.unknown') : write.exactPeople(rate),
    ];
  });
}
