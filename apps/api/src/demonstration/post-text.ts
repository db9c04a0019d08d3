import { addDays } from '@portee/shared';
import { houseSubjects, sharingCalls, weeklyBooks } from './house-subjects.js';
import type { Random } from './random.js';
import { stageSubjects } from './stage-subjects.js';
import type { Subject } from './subject.js';

const subjects: readonly Subject[] = [...stageSubjects, ...houseSubjects];
const longDay = new Intl.DateTimeFormat('fr-BE', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const longMonth = new Intl.DateTimeFormat('fr-BE', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHARE_ORIENTED = 0.2;

/** What a post says, and about what. */
export interface PostText {
  text: string;
  theme: string;
  authorRole: string;
  /** Asks to be passed on. */
  isShareOriented: boolean;
}

/** A text that the centre could have written on that day. */
export function writeText(day: string, random: Random): PostText {
  const month = Number(day.slice(5, 7));
  const subject = random.weighted(subjects.filter(({ months }) => !months || months.includes(month)).map((one) => [one, one.weight] as const));
  const values: Record<string, string> = {
    title: random.pick(subject.titles),
    day: inFrench(addDays(day, random.whole(2, 20))),
    hour: random.pick(['18 h 30', '19 h', '20 h', '20 h 15', '14 h 30']),
  };
  const sentence = random.pick(subject.texts).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const isShareOriented = random.chance(SHARE_ORIENTED);
  const tags = subject.hashtags.slice(0, random.whole(1, 3)).map((tag) => `#${tag}`).join(' ');
  const text = [capitalise(contract(sentence)), ...(isShareOriented ? [random.pick(sharingCalls)] : []), tags].join(' ');
  return { text: typeset(text), theme: subject.theme, authorRole: subject.authorRole, isShareOriented };
}

/** A fortnightly letter: its subject line. */
export function writeLetter(day: string, random: Random): PostText {
  const [first, second] = [random.pick(stageSubjects), random.pick(stageSubjects)];
  const opening = random.pick(['La lettre de Clairsonge', 'Quoi de neuf à Clairsonge', 'Clairsonge dans votre boîte', 'Deux semaines à Clairsonge']);
  const text = `${opening}, ${longMonth.format(Date.parse(day))} : ${first.theme} avec « ${random.pick(first.titles)} », ${second.theme} avec « ${random.pick(second.titles)} », et les ateliers.`;
  return { text: typeset(text), theme: first.theme, authorRole: 'coordination', isShareOriented: false };
}

/** The library's weekly appointment: always the same first words, so that it can be recognised as a series. */
export function writeWeeklyBook(random: Random): PostText {
  const text = `#UnLivreUnSoir : ce mercredi, on ouvre ${random.pick(weeklyBooks)}. Rendez-vous à 18 h 30 à la bibliothèque, ou racontez-nous votre lecture en commentaire.`;
  return { text: typeset(text), theme: 'bibliothèque', authorRole: 'bibliothèque', isShareOriented: false };
}

/** « de le » is « du »: titles bring their own article. */
function contract(sentence: string): string {
  return sentence.replace(/\bde le /g, 'du ').replace(/\bde les /g, 'des ').replace(/(^|\s)à le /g, '$1au ').replace(/(^|\s)à les /g, '$1aux ');
}

/** A capital at the start and after each full stop. */
function capitalise(sentence: string): string {
  return sentence.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** « mardi 1er décembre » */
function inFrench(day: string): string {
  return longDay.format(Date.parse(day)).replace(/ 1 /, ' 1er ');
}

/** Narrow no-break spaces where French wants them. */
function typeset(text: string): string {
  return text
    .replace(/ (?=[;:!?»€])/g, '\u202F')
    .replace(/« /g, '«\u202F')
    .replace(/(\d) (?=h\b)/g, '$1\u202F')
    .replace(/(h) (?=\d)/g, '$1\u202F');
}
