import type { CertaintyMark } from '../report/say-recommendation.js';
import type { ChartLook } from './chart-look.js';

type Ink = Pick<ChartLook, 'paper' | 'ink' | 'accent' | 'outline' | 'staff'>;

/** The sign beside the words, for the PDF: three lines and a head, full, hollow, dashed, or a rest. It says nothing that the words do not. */
export function certaintySvg(mark: CertaintyMark, look: Ink): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 24" width="30" height="24">',
    `<path d="M0 4h30M0 12h30M0 20h30" stroke="${look.staff}"/>`,
    headSvg(mark, look), '</svg>',
  ].join('');
}

function headSvg(mark: CertaintyMark, { paper, ink, accent, outline }: Ink): string {
  const head = (size: string, colours: string): string => `<ellipse cx="15" cy="12" ${size} transform="rotate(-20 15 12)" ${colours}/>`;
  if (mark === 'full') return head('rx="8" ry="5.8"', `fill="${accent}"`);
  if (mark === 'hollow') return head('rx="6.9" ry="4.7"', `fill="${paper}" stroke="${accent}" stroke-width="2.4"`);
  if (mark === 'dashed') return head('rx="7.2" ry="5"', `fill="${paper}" stroke="${outline}" stroke-width="1.8" stroke-dasharray="3 2.4"`);
  return `<path d="M8 12h14v5H8z" fill="${ink}"/>`;
}
