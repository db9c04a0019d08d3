import type { ChartLook } from './chart-look.js';
import { escapeXml } from './escape-xml.js';
import { intervalGeometry, type Interval } from './interval-geometry.js';

/** Everything written on and around it, in the reader's language, figures already written. */
export interface IntervalWords {
  /** « +38 % », « +12 % », « +70 % » */
  effect: string; low: string; high: string;
  /** « moins », « autant », « plus de personnes »: what the axis measures. */
  less: string; same: string; more: string;
  /** The whole picture as one sentence. */
  label: string;
}

interface IntervalInk {
  words: IntervalWords;
  look: ChartLook;
  /** A verdict stands on it: the head is full; otherwise hollow. */
  isSure: boolean;
  /** Half the axis, where several stand under each other. */
  span?: number;
}

const [WIDTH, HEIGHT] = [320, 82];
const MIDDLE = 30;
const BAND = 16;

/** An interval as one SVG document, for the PDF: a pale band with its edge, a note head at the effect, a line where there is no difference. */
export function intervalSvg(interval: Interval, { words, look, isSure, span }: IntervalInk): string {
  const at = intervalGeometry(interval, span);
  const [zero, effect, low, high] = [at.zero, at.effect, at.low, at.high].map((place) => Math.round(place * WIDTH * 10) / 10);
  const write = (text: string, x: number | undefined, { y, anchor = 'middle', fill = look.quiet, strong = false }: Lettering): string =>
    `<text x="${x ?? 0}" y="${y}" text-anchor="${anchor}" fill="${fill}"${strong ? ` font-weight="${look.strongWeight}"` : ''}>${escapeXml(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" font-family="${escapeXml(look.textFont)}" font-size="${look.labelSize}">`,
    `<title>${escapeXml(words.label)}</title>`,
    bandSvg({ low: low ?? 0, high: high ?? 0, middle: MIDDLE }, { look, at }),
    `<path d="M${zero} ${MIDDLE - 13}V${MIDDLE + 13}" stroke="${look.ink}" stroke-width="1.5"/>`,
    headSvg({ x: effect ?? 0, middle: MIDDLE }, { look, isSure }),
    write(words.effect, effect, { y: 14, fill: look.accentText, strong: true }),
    write(words.low, low, { y: MIDDLE + 26, anchor: 'end', fill: look.ink }), write(words.high, high, { y: MIDDLE + 26, anchor: 'start', fill: look.ink }),
    write(words.less, 0, { y: HEIGHT - 5, anchor: 'start' }), write(words.same, zero, { y: HEIGHT - 5 }), write(words.more, WIDTH, { y: HEIGHT - 5, anchor: 'end' }),
    '</svg>',
  ].join('');
}

const LINE = { width: 200, height: 24 };

/** The same without a word on it, for a line of a table whose cells say it. `label` is its sentence. */
export function intervalLineSvg(interval: Interval, { label, look, isSure, span }: Omit<IntervalInk, 'words'> & { label: string }): string {
  const at = intervalGeometry(interval, span);
  const [zero = 0, effect = 0, low = 0, high = 0] = [at.zero, at.effect, at.low, at.high].map((place) => Math.round(place * LINE.width * 10) / 10);
  const middle = LINE.height / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LINE.width} ${LINE.height}" width="${LINE.width}" height="${LINE.height}" role="img">`,
    `<title>${escapeXml(label)}</title>`,
    bandSvg({ low, high, middle }, { look, at }),
    `<path d="M${zero} 0V${LINE.height}" stroke="${look.ink}" stroke-width="1.5"/>`,
    headSvg({ x: effect, middle }, { look, isSure }), '</svg>',
  ].join('');
}

interface Lettering { y: number; anchor?: 'start' | 'middle' | 'end'; fill?: string; strong?: boolean }

/** The edge is what a photocopy keeps of the band; a side that is cut has none, the band fades into nothing known. */
function bandSvg({ low, high, middle }: { low: number; high: number; middle: number }, { look, at }: { look: ChartLook; at: { isCutLow: boolean; isCutHigh: boolean } }): string {
  const [top, bottom] = [middle - BAND / 2, middle + BAND / 2];
  const edges = `M${low} ${top}H${high}M${low} ${bottom}H${high}${at.isCutLow ? '' : `M${low} ${top}V${bottom}`}${at.isCutHigh ? '' : `M${high} ${top}V${bottom}`}`;
  return `<rect x="${low}" y="${top}" width="${Math.max(0, high - low)}" height="${BAND}" fill="${look.band}"/><path d="${edges}" stroke="${look.outline}" stroke-width="1"/>`;
}

function headSvg({ x, middle }: { x: number; middle: number }, { look, isSure }: { look: ChartLook; isSure: boolean }): string {
  const ink = isSure ? `fill="${look.accent}" stroke="${look.accent}"` : `fill="${look.paper}" stroke="${look.accent}"`;
  return `<ellipse cx="${x}" cy="${middle}" rx="6.6" ry="4.8" transform="rotate(-20 ${x} ${middle})" ${ink} stroke-width="1.8"/>`;
}
