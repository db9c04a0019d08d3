import { houseRules } from '../contract/choices.js';
import type { PlanDocument } from '../contract/plan-document.contract.js';
import { capitalised } from '../messages/first-letter.js';
import type { PlanWords } from './plan-words.js';
import { sayAppointment, sayExperiment, sayHoliday, sayLine, sayObjective, sayRecurrence, sayWeekday, type SaidRow } from './say-known.js';

/** A piece of a section: text, lines, or both. */
export interface SaidBlock {
  /** Null: the section's own title says it. */
  title: string | null;
  /** The team writes it: where it is empty there is room to write by hand. */
  isOurs: boolean;
  paragraphs: string[];
  rows: SaidRow[];
}

export const planSections = ['aims', 'publics', 'channels', 'decided', 'duties', 'rules', 'review'] as const;
export type PlanSectionKey = (typeof planSections)[number];
/** A section in the order of reading; `question` is what it answers. */
export interface SaidSection { key: PlanSectionKey; title: string; question: string; blocks: SaidBlock[] }

/** The whole document in words: its page and its paper are two renderings of it. */
export interface SaidPlan {
  title: string;
  /** Adopted when and by whom, or not yet. */
  standing: string;
  /** Its text was changed after its adoption; null: it was not. */
  changed: string | null;
  isAdopted: boolean;
  sections: SaidSection[];
}

/** What has nothing to say and nothing to be written is left out. */
export function sayPlan(document: PlanDocument, words: PlanWords): SaidPlan {
  const { say, write } = words;
  const { adoption, textDay } = document.written;
  const blocks: Record<PlanSectionKey, SaidBlock[]> = {
    aims: [ours({ text: document.written.aims }), ...known(say('written.objectives.title'), document.known.objectives.map((one) => sayObjective(one, document.known, words)))],
    publics: [ours({ rows: document.written.publics.map(({ who, where }) => ({ head: who, detail: where })) })],
    channels: sayChannels(document, words),
    decided: [
      ...known(null, document.known.lines.map((line) => sayLine(line, document, words))),
      ...known(say('written.experiments.title'), document.known.experiments.map((one) => sayExperiment(one, document.known, words))),
    ],
    duties: [ours({ rows: document.written.duties.map(({ role, does }) => ({ head: role, detail: does })) })],
    rules: houseRules.map((rule) => ours({ title: say(`written.rules.${rule}`), text: document.written.rules[rule] })),
    review: [...sayReview(document, words), ...known(say('written.holidays.title'), document.known.holidays.map((holiday) => sayHoliday(holiday, words)))],
  };
  return {
    title: say('written.title'), isAdopted: adoption !== null,
    standing: adoption === null ? say('written.draft') : say('written.adopted', { day: write.longDay(adoption.day), body: adoption.by }),
    changed: adoption === null || textDay === null || textDay <= adoption.day ? null : say('written.changed', { day: write.longDay(textDay) }),
    sections: planSections.filter((key) => blocks[key].length > 0).map((key) => ({ key, title: say(`written.${key}.title`), question: say(`written.${key}.question`), blocks: blocks[key] })),
  };
}

/** The sentence of a week's drawing: « jeudi : 2 rendez-vous, samedi : 1 rendez-vous ». */
export function sayWeek({ known: { appointments } }: PlanDocument, { say }: PlanWords): string {
  const perDay = [...Map.groupBy(appointments, ({ weekday }) => weekday)].toSorted(([a], [b]) => a - b);
  return say('written.week.alt', { days: perDay.map(([weekday, ofDay], place) => {
    const said = say('written.week.day', { day: sayWeekday(weekday, say), count: ofDay.length });
    return place === 0 ? capitalised(said) : said;
  }).join(', ') });
}

/** Channels with their appointments, then those without. */
function sayChannels({ known: drawn, today }: PlanDocument, words: PlanWords): SaidBlock[] {
  const { say } = words;
  if (drawn.channels.length === 0) return [{ title: null, isOurs: false, paragraphs: [say('written.channels.none')], rows: [] }];
  const perChannel = Map.groupBy(drawn.appointments, ({ channelId }) => channelId);
  const named = ({ name, networkLabel }: { name: string; networkLabel: string }): string => `${networkLabel} · ${name}`;
  const silent = drawn.channels.filter(({ id }) => !perChannel.has(id));
  return [
    ...drawn.channels.filter(({ id }) => perChannel.has(id)).map((channel) => ({
      title: named(channel), isOurs: false, paragraphs: [],
      rows: (perChannel.get(channel.id) ?? []).map((appointment) => {
        const { head, detail } = sayAppointment(appointment, { today }, words);
        return { head: sayRecurrence(appointment, words), detail: detail === null ? head : `${head} (${detail})` };
      }),
    })),
    ...(silent.length === 0 ? [] : [{ title: say(perChannel.size === 0 ? 'written.channels.noneFixed' : 'written.channels.without'), isOurs: false, paragraphs: [], rows: silent.map(({ name, networkLabel }) => ({ head: networkLabel, detail: name })) }]),
  ];
}

function sayReview({ written: { rhythm, revisionDay }, today }: PlanDocument, { say, write }: PlanWords): SaidBlock[] {
  const day = revisionDay === null ? null : say(revisionDay < today ? 'written.review.revision.past' : 'written.review.day', { day: write.longDay(revisionDay) });
  return [ours({ title: say('written.review.rhythm'), text: rhythm }), ours({ title: say('written.review.revision'), text: day })];
}

function ours({ title = null, text = null, rows = [] }: { title?: string | null; text?: string | null; rows?: SaidRow[] }): SaidBlock {
  return { title, isOurs: true, paragraphs: text === null ? [] : text.split(/\n+/u).filter((paragraph) => paragraph.trim() !== ''), rows };
}

function known(title: string | null, rows: SaidRow[]): SaidBlock[] {
  return rows.length === 0 ? [] : [{ title, isOurs: false, paragraphs: [], rows }];
}
