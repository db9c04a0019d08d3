import {
  darkLook, lightLook, localDay, postCurveChart, postCurveSummary, reachRate, shorten, staffWords, toPostCurve, type PostDetail,
} from '@portee/shared';
import { useMemo, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { writeCsv } from '../../format/csv.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { ChartCanvas } from '../../ui/chart/chart-canvas.js';
import { chartPainting } from '../../ui/chart/chart-painting.js';
import { pictureLook } from '../../ui/chart/picture.js';
import { SavePicture } from '../../ui/chart/save-picture.js';
import { TableTools } from '../../ui/table-tools.js';
import { useTheme } from '../../ui/theme.js';

/** A post of three pages does not stand on its picture. */
const PICTURE_TEXT = 120;

/** The drawing, of the post that `facts` tells (when, where, of what kind): readings over the post's age, against where the channel's usual posts end. */
export function PostCurve({ detail, facts }: { detail: PostDetail; facts: string }): ReactNode {
  const { t, locale } = useTranslation();
  const theme = useTheme();
  const words = staffWords(locale);
  const curve = useMemo(() => toPostCurve(detail), [detail]);
  const configuration = useMemo(() => postCurveChart(curve, theme === 'dark' ? darkLook : lightLook, words), [curve, theme, words]);
  const { post } = detail;
  const picture = (
    <SavePicture
      file={`post-${post.id}`} readAt={post.observedAt} title={t('post.curve')} lines={[facts, shorten(post.text ?? '', PICTURE_TEXT), t('post.curve.unit'), postCurveSummary(curve, words)].filter((line) => line !== '')}
      painting={() => chartPainting(postCurveChart(curve, pictureLook, words))}
    />
  );
  return (
    <>
      <p className="small quiet">{t('post.curve.unit')}</p>
      <ChartCanvas configuration={configuration} label={postCurveSummary(curve, words)} />
      <CurveTable detail={detail} picture={picture} />
    </>
  );
}

function CurveTable({ detail, picture }: { detail: PostDetail; picture: ReactNode }): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const { timeZone } = useCurrentOrganisation();
  const columns = [t('post.curve.age'), t('post.curve.read'), t('post.curve.reach'), t('post.curve.rate')];
  const rows = rowsOf(detail, timeZone, translation);
  return <TableTools table={{ caption: t('post.curve'), columns, rows, wordy: [1] }} csv={() => writeCsv([columns, ...rows])} also={picture} />;
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
