import { median, staffLines } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation, type Translation } from '../../locales/translation.js';

interface FewNotesProps {
  /** Reach rates of the posts there are, oldest first. */
  rates: readonly number[];
  /** How many a comparison needs: the missing ones are dashed. */
  needed: number;
}

const [TOP, STEP, HEIGHT] = [24, 12, 84];
/** Up to so many notes have their figure above them. */
const MOST_WRITTEN = 12;
/** Above this ratio posts are called scattered. */
const SCATTERED = 2;

/** The posts there are, as notes on their staff, and the places of those that are missing. */
export function FewNotes({ rates, needed }: FewNotesProps): ReactNode {
  const translation = useTranslation();
  const { t } = translation;
  const places = Math.max(rates.length, needed);
  const pitch = places <= MOST_WRITTEN ? 41 : 24;
  const width = places * pitch + 12;
  const lines = [0, 1, 2, 3, 4].map((line) => TOP + line * STEP);
  const lowest = staffLines(median(rates))[0];
  return (
    <div className="few" data-many={places > MOST_WRITTEN}>
      <svg viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`} role="img" aria-label={sayNotes({ rates, needed }, translation)}>
        {lines.map((y) => <path key={y} d={`M0 ${String(y)}H${String(width)}`} stroke="var(--staff)" strokeWidth="1.2" />)}
        {Array.from({ length: places }, (_, place) => {
          const x = pitch / 2 + 6 + place * pitch;
          const rate = rates[place];
          return rate === undefined
            ? <Head key={x} x={x} y={TOP + 2 * STEP} isMissing />
            : <Note key={x} x={x} y={heightOf(rate, lowest)} figure={places <= MOST_WRITTEN ? translation.write.people(rate) : null} />;
        })}
      </svg>
      <p className="note">{sayRange(rates, translation)}{rates.length < needed && rates.length > 0 && <> {t('notes.dashed')}</>}</p>
    </div>
  );
}

function Note({ x, y, figure }: { x: number; y: number; figure: string | null }): ReactNode {
  return <><Head x={x} y={y} />{figure !== null && <text x={x} y={y - 12} textAnchor="middle">{figure}</text>}</>;
}

function Head({ x, y, isMissing = false }: { x: number; y: number; isMissing?: boolean }): ReactNode {
  return <ellipse className="few-head" data-missing={isMissing} cx={x} cy={y} rx="8.5" ry="6.2" transform={`rotate(-20 ${String(x)} ${String(y)})`} />;
}

/** Each line doubles the one below; what lies beyond the staff stands at its edge. */
function heightOf(rate: number, lowest: number): number {
  const y = TOP + 4 * STEP - STEP * Math.log2(Math.max(rate, 1e-6) / lowest);
  return Math.round(Math.min(HEIGHT - 7, Math.max(TOP - 6, y)) * 10) / 10;
}

function sayNotes({ rates, needed }: FewNotesProps, { t, write }: Translation): string {
  const missing = Math.max(0, needed - rates.length);
  if (rates.length === 0) return t('notes.label.none', { missing });
  return t('notes.label', { count: rates.length, list: write.list(rates.map((rate) => write.people(rate))), missing });
}

function sayRange(rates: readonly number[], { t, write }: Translation): string {
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  if (rates.length === 0) return '';
  if (rates.length === 1) return t('notes.one', { people: write.people(low) });
  const values = { count: rates.length, low: write.people(low), high: write.people(high) };
  return t(high > SCATTERED * low ? 'notes.range.wide' : 'notes.range', values);
}
