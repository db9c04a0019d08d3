import { type PostFormat, postFormats } from '@portee/shared';
import { normaliseLabel } from '../networks/core/header-columns.js';

/** Words of people and networks for our formats, French, English and Dutch; our own names among them. */
const formats = new Map<string, PostFormat>([...Object.entries({
  photos: 'photo', image: 'photo', images: 'photo', foto: 'photo', "foto's": 'photo',
  carousel: 'album', carrousel: 'album', albums: 'album',
  videos: 'video', reel: 'short_video', reels: 'short_video', short: 'short_video', shorts: 'short_video', 'video courte': 'short_video', 'short video': 'short_video',
  direct: 'live', 'en direct': 'live', links: 'link', lien: 'link', liens: 'link', 'shared video': 'video',
  status: 'text', statut: 'text', texte: 'text', tekst: 'text', evenement: 'event', events: 'event',
  stories: 'story', newsletter: 'email', 'e-mail': 'email', mail: 'email', campaign: 'email', autre: 'other', overig: 'other', others: 'other',
} as const), ...postFormats.map((format) => [format, format] as const)]);

/** A format from a word; undefined: the word is unknown. Empty: null, the file does not say. */
export function readFormat(text: string): PostFormat | null | undefined {
  return text === '' ? null : meaning(formats, text);
}

const YES = ['1', 'true', 'yes', 'oui', 'ja', 'vrai', 'waar', 'x', 'y', 'o', 'paid', 'sponsorise', 'boosted', 'betaald'];
const NO = ['0', 'false', 'no', 'non', 'nee', 'neen', 'faux', 'onwaar', 'n', 'organic', 'organique', 'organisch'];
const UNKNOWN = ['', '?', '-', 'unknown', 'inconnu', 'onbekend'];
const answers = new Map<string, boolean | null>([
  ...YES.map((word) => [word, true] as const), ...NO.map((word) => [word, false] as const), ...UNKNOWN.map((word) => [word, null] as const),
]);

/** Pushed with money or not; undefined: the word is unknown. Null: the file does not say. */
export function readPaid(text: string): boolean | null | undefined {
  return meaning(answers, text);
}

/** What a word means; most are written as we know them, and need not be made comparable. */
function meaning<Meaning>(words: ReadonlyMap<string, Meaning>, text: string): Meaning | undefined {
  return words.has(text) ? words.get(text) : words.get(normaliseLabel(text));
}
