import { passedOnWords, sharingMonths, sharingMonthsTitle, type ChannelPassedOn } from '@portee/shared';
import { useCallback, type ReactNode } from 'react';
import { writeCsv } from '../../format/csv.js';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { marksPainting } from '../../ui/chart/marks-painting.js';
import { SavePicture } from '../../ui/chart/save-picture.js';
import { SmallDrawing } from '../../ui/chart/small-drawing.js';
import { TableTools } from '../../ui/table-tools.js';
import { sayPeopleOr, sayRatioOr } from './say-group.js';

type Months = ChannelPassedOn['months'];
const HEIGHT = 230;
const PICTURE_HEIGHT = 300;

interface SharingYearProps { months: Months; of: SharedChannel }

/** Whose posts: as it is called beside others, and when it was read last. */
export interface SharedChannel { id: string; name: string; observedAt: string | null }

/** Month by month, shares for 100 likes. */
export function SharingYear({ months, of }: SharingYearProps): ReactNode {
  const translation = useTranslation();
  const { t, write, locale } = translation;
  const draw = useCallback((width: number) => sharingMonths(months, { width, height: HEIGHT, write }), [months, write]);
  const title = sharingMonthsTitle(months, passedOnWords(locale));
  const hasStubs = months.some(({ sharesPerLike }) => sharesPerLike === null);
  const hasPale = months.some(({ sharesPerLike, posts }) => sharesPerLike !== null && posts < 8);
  const remarks = [...(hasPale ? [t('sharing.year.pale')] : []), ...(hasStubs ? [t('sharing.year.stub')] : [])];
  const picture = (
    <SavePicture
      file={`partages-${of.id}`} readAt={of.observedAt} title={title} lines={[of.name, t('sharing.year.text'), ...remarks]}
      painting={() => marksPainting([{ caption: null, draw: (width) => sharingMonths(months, { width, height: PICTURE_HEIGHT, write }) }])}
    />
  );
  return (
    <section className="sharing-year" aria-labelledby="sharing-year">
      <header><h2 id="sharing-year">{title}</h2><p>{t('sharing.year.text')}</p></header>
      <SmallDrawing draw={draw} label={`${title}. ${t('sharing.year.text')}`} />
      {remarks.length > 0 && <p className="small quiet">{remarks.join(' ')}</p>}
      <TableTools table={{ caption: title, columns: columnsOf(translation), rows: months.map((month) => rowOf(month, translation)) }} csv={() => csvOf(months, translation)} also={picture} />
    </section>
  );
}

function columnsOf({ t }: Translation): string[] {
  return [t('sharing.col.month'), t('sharing.col.posts'), t('sharing.col.shares'), t('sharing.col.likes'), t('sharing.col.ratio'), t('sharing.col.rate')];
}

function rowOf({ month, posts, shares, likes, sharesPerLike, shareRate }: Months[number], translation: Translation): string[] {
  const { t, write } = translation;
  const count = (value: number | null): string => (value === null ? t('sharing.unknown') : write.number(value, 0));
  return [write.monthAndYear(month), count(posts), count(shares), count(likes), sayRatioOr(sharesPerLike, translation), sayPeopleOr(shareRate, translation)];
}

/** For a spreadsheet: decimal points, nothing where nothing is known. */
function csvOf(months: Months, translation: Translation): string {
  const cell = (value: number | null): string => (value === null ? '' : String(Number(value.toFixed(4))));
  const hundred = (value: number | null): string => cell(value === null ? null : value * 100);
  return writeCsv([columnsOf(translation), ...months.map(({ month, posts, shares, likes, sharesPerLike, shareRate }) => [month, cell(posts), cell(shares), cell(likes), hundred(sharesPerLike), hundred(shareRate)])]);
}
