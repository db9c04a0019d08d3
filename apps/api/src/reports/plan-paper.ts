import { printLook, sayPlan, sayWeek, sayWeekday, shorten, weekSvg, type KnownPlan, type PlanDocument, type PlanWords, type SaidBlock, type SaidPlan, type SaidSection } from '@portee/shared';
import type { PaperDocument } from './paper-document.js';
import { breakable, paperText, printable } from './pdf-text.js';
import { boundPlan, type PlanRoom } from './plan-room.js';

/** Names and titles stand in lines: longer ones would fill pages with one thing. */
const NAME_LENGTH = 60;
const TITLE_LENGTH = 120;
const ORGANISATION_LENGTH = 100;
const WEEK_WIDTH = 660;

/** A section on paper; `left` says what of it is to be read elsewhere. */
export interface PaperSection extends SaidSection { left: string[] }

/** Everything the written plan says on paper, in the order of reading: what `plan.typ` lays out. */
export interface PlanPaper extends PaperDocument, Pick<SaidPlan, 'standing' | 'changed' | 'isAdopted'> {
  /** Null: no appointment is promised. */
  week: { title: string; picture: string; alt: string } | null;
  sections: PaperSection[];
  blank: string;
  /** Where it is signed. */
  adoption: { title: string; sides: string[]; fields: string[] };
  source: string;
}

/** @param runsOn  each text of the team as one paragraph */
export function planPaper(whole: PlanDocument, words: PlanWords, { room, runsOn }: { room: PlanRoom; runsOn: boolean }): PlanPaper {
  const { say, write } = words;
  const { document, left } = boundPlan(namedForPaper(whole), room, words);
  const said = sayPlan(document, words);
  const { isDemonstration, name } = document.organisation;
  const day = write.longDay(document.today);
  return {
    language: words.locale, title: said.title, organisation: breakable(name), fictitious: isDemonstration ? say('written.fictitious') : null, dated: say('written.asOf', { day }), pageWord: say('written.page'),
    standing: paperText(said.standing), changed: said.changed, isAdopted: said.isAdopted, week: weekOf(whole, words), blank: say('written.blank'),
    sections: said.sections.map((section) => sectionOnPaper(section, { left: left[section.key] ?? [], runsOn })),
    adoption: {
      title: say('written.adoption.title'), sides: [say('written.adoption.team'), say('written.adoption.body')],
      fields: [say('written.adoption.function'), say('written.adoption.place'), say('written.adoption.signature')],
    },
    source: say(isDemonstration ? 'written.source.fictitious' : 'written.source', { day }),
  };
}

/** A week of all that is promised, whatever of it there is room to name. */
function weekOf(document: PlanDocument, words: PlanWords): PlanPaper['week'] {
  if (document.known.appointments.length === 0) return null;
  const alt = sayWeek(document, words);
  const days = Array.from({ length: 7 }, (_, day) => sayWeekday(day + 1, words.say));
  return { title: words.say('written.week.title'), alt, picture: weekSvg(document.known.appointments, { days, time: (at) => words.write.time(at) }, { look: printLook, label: alt, width: WEEK_WIDTH }) };
}

/** Names at the length that paper bears, before any sentence is made of them. */
function namedForPaper({ organisation, known, ...rest }: PlanDocument): PlanDocument {
  const titled = <Titled extends { title: string }>(thing: Titled): Titled => ({ ...thing, title: fit(thing.title, TITLE_LENGTH) });
  const fitted: KnownPlan = {
    ...known, channels: known.channels.map((channel) => ({ ...channel, name: fit(channel.name, NAME_LENGTH) })),
    appointments: known.appointments.map(titled), lines: known.lines.map(titled),
  };
  return { ...rest, organisation: { ...organisation, name: fit(organisation.name, ORGANISATION_LENGTH) }, known: fitted };
}

function fit(text: string, most: number): string {
  return shorten(printable(text), most);
}

function sectionOnPaper(section: SaidSection, { left, runsOn }: { left: string[]; runsOn: boolean }): PaperSection {
  return { ...section, left, blocks: section.blocks.map((block) => blockOnPaper(block, runsOn)) };
}

function blockOnPaper({ title, paragraphs, rows, ...block }: SaidBlock, runsOn: boolean): SaidBlock {
  const texts = runsOn && paragraphs.length > 1 ? [paragraphs.join(' ')] : paragraphs;
  return {
    ...block, title: title === null ? null : paperText(title), paragraphs: texts.map(paperText),
    rows: rows.map(({ head, detail }) => ({ head: paperText(head), detail: detail === null ? null : paperText(detail) })),
  };
}
