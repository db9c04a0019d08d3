import { type PostFormat, postFormats } from '@portee/shared';
import { normaliseLabel } from '../networks/core/header-columns.js';

/** Words of people and networks for our formats, French, English and Dutch. */
const words = new Map<string, PostFormat>(Object.entries({
  photos: 'photo', image: 'photo', images: 'photo', foto: 'photo', "foto's": 'photo',
  carousel: 'album', carrousel: 'album', albums: 'album',
  videos: 'video', reel: 'short_video', reels: 'short_video', short: 'short_video', shorts: 'short_video', 'video courte': 'short_video', 'short video': 'short_video',
  direct: 'live', 'en direct': 'live', links: 'link', lien: 'link', liens: 'link', 'shared video': 'video',
  status: 'text', statut: 'text', texte: 'text', tekst: 'text', evenement: 'event', events: 'event',
  stories: 'story', newsletter: 'email', 'e-mail': 'email', mail: 'email', campaign: 'email', autre: 'other', overig: 'other', others: 'other',
}));

/** A format from a word; undefined: the word is unknown. Empty: null, the file does not say. */
export function readFormat(text: string): PostFormat | null | undefined {
  if (text === '') return null;
  const word = normaliseLabel(text);
  return postFormats.find((format) => format === word) ?? words.get(word);
}

const YES: readonly string[] = ['1', 'true', 'yes', 'oui', 'ja', 'vrai', 'waar', 'x', 'y', 'o', 'paid', 'sponsorise', 'boosted', 'betaald'];
const NO: readonly string[] = ['0', 'false', 'no', 'non', 'nee', 'neen', 'faux', 'onwaar', 'n', 'organic', 'organique', 'organisch'];
const UNKNOWN: readonly string[] = ['', '?', '-', 'unknown', 'inconnu', 'onbekend'];

/** Pushed with money or not; undefined: the word is unknown. Null: the file does not say. */
export function readPaid(text: string): boolean | null | undefined {
  const word = normaliseLabel(text);
  if (UNKNOWN.includes(word)) return null;
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}
