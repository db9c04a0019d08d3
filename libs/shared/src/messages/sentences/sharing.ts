import type { Sharing } from '../../contract/reach.contract.js';
import { formatNumber } from '../format-number.js';
import type { SharedKey, Translator } from '../translator.js';

/** « 143 partages pour 684 j’aime, soit environ 1 partage pour 5 j’aime. », or why there is no ratio. */
export function sharingSentence({ shares, likes, sharesPerLike }: Sharing, t: Translator<SharedKey>): string {
  if (shares === null || likes === null) return t('sharing.unknown');
  const sums = t('sharing.sums', { shares, likes });
  if (sharesPerLike === null) return t('sharing.few-likes', { sums });
  if (shares === 0) return t('sharing.none', { likes });
  const likesPerShare = Math.round(1 / sharesPerLike);
  if (likesPerShare >= 2) return t('sharing.fewer', { sums, likes: likesPerShare });
  return t('sharing.more', { sums, shares: formatNumber(sharesPerLike, t.locale, 1) });
}
