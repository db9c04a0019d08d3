import { planWords, type Locale, type PlanDocument } from '@portee/shared';
import { inTurn } from './in-turn.js';
import { planPaper } from './plan-paper.js';
import type { PlanRoom } from './plan-room.js';
import { compilePaper, pagesOf } from './typst-compiler.js';

/** A plan that is longer is not read. */
export const MOST_PLAN_PAGES = 5;

/** What gives way where the document is longer, one after the other: first the lists, which are looked up in Portée, then the paragraphs, which run on. */
const givesWay: readonly { room: PlanRoom; runsOn: boolean }[] = [
  { room: { objectives: 12, appointments: 48, channels: 30, lines: 24, experiments: 12, holidays: 10 }, runsOn: false },
  { room: { objectives: 8, appointments: 24, channels: 16, lines: 12, experiments: 6, holidays: 8 }, runsOn: false },
  { room: { objectives: 4, appointments: 10, channels: 8, lines: 6, experiments: 3, holidays: 6 }, runsOn: false },
  { room: { objectives: 4, appointments: 10, channels: 8, lines: 6, experiments: 3, holidays: 6 }, runsOn: true },
];

/**
 * The written plan on paper: A4, tagged, its fonts inside. What the team wrote is never cut; what Portée knows beside it gives way so that five pages are enough,
 * and what is left out is said where it is missing.
 * @throws Error when the layout refuses the document: nothing is half written
 */
export function renderPlanPdf(document: PlanDocument, { locale }: { locale: Locale }): Promise<Buffer> {
  const words = planWords(locale);
  return inTurn(() => {
    const [first, ...lighter] = givesWay.map((way) => () => compilePaper('plan', planPaper(document, words, way)));
    return lighter.reduce((pdf, compile) => (pagesOf(pdf) <= MOST_PLAN_PAGES ? pdf : compile()), first?.() ?? Buffer.alloc(0));
  });
}
