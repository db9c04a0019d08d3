import { escapeXml } from './escape-xml.js';
import { hundredBox, hundredPeople, type Person } from './hundred-people.js';
import { figureBox, peopleFigures, plainFigure } from './people-figures.js';

/** Colours of the picture (any CSS colour) and the sentence that a screen reader says for it. */
export interface HundredLook { reached: string; outline: string; label: string }

/** Room for the outlines of the outermost people. */
const MARGIN = 1;

/** The hundred as one SVG document, for the PDF and for mails. `small`: plain busts, for pictures under 100 pixels. */
export function hundredSvg(filled: number | 'not-measurable', look: HundredLook, size: 'large' | 'small' = 'large'): string {
  const people = hundredPeople(filled).map((person) => personSvg(person, look, size));
  const viewBox = `${-MARGIN} ${-MARGIN} ${hundredBox.width + 2 * MARGIN} ${hundredBox.height + 2 * MARGIN}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" role="img"><title>${escapeXml(look.label)}</title>${people.join('')}</svg>`;
}

/** Where a figure goes: the SVG transform that puts its box at the person's place. */
export function personTransform({ x, y, mirrored }: Person): string {
  return mirrored ? `translate(${x + figureBox.width} ${y}) scale(-1 1)` : `translate(${x} ${y})`;
}

/** Path data of a person. */
export function personPath(person: Person, size: 'large' | 'small' = 'large'): string {
  return size === 'small' ? plainFigure : (peopleFigures[person.figure] ?? plainFigure);
}

function personSvg(person: Person, look: HundredLook, size: 'large' | 'small'): string {
  const place = `transform="${personTransform(person)}" d="${personPath(person, size)}"`;
  if (person.state === 'reached') return `<path ${place} fill="${look.reached}" stroke="${look.reached}" stroke-width="0.6" stroke-linejoin="round"/>`;
  const dashes = person.state === 'unknown' ? ' stroke-dasharray="2.4 2"' : '';
  return `<path ${place} fill="none" stroke="${look.outline}" stroke-width="${size === 'small' ? 1.8 : 1.1}" stroke-linejoin="round"${dashes}/>`;
}
