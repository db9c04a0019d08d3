import type { PostFormat } from '@portee/shared';
import { normaliseLabel } from '../core/header-columns.js';

const formats = new Map<string, PostFormat>(Object.entries({
  photos: 'photo', photo: 'photo', image: 'photo', images: 'photo',
  'multi-photo': 'album', album: 'album', albums: 'album',
  videos: 'video', video: 'video', reels: 'short_video', reel: 'short_video',
  live: 'live', 'en direct': 'live', direct: 'live', 'video en direct': 'live',
  links: 'link', link: 'link', liens: 'link', lien: 'link',
  text: 'text', texte: 'text', textes: 'text', status: 'text', statut: 'text',
  stories: 'story', story: 'story',
  events: 'event', event: 'event', evenements: 'event', evenement: 'event',
  other: 'other', others: 'other', autre: 'other', autres: 'other',
}));

/**
 * Format of a publication. Since 2026 Facebook calls reels "Videos": their address tells them.
 * @returns null when the file says nothing; `other` for a word we do not know
 */
export function facebookFormat(type: string, permalink: string): PostFormat | null {
  if (permalink.toLowerCase().includes('/reel/')) return 'short_video';
  if (type === '') return null;
  return formats.get(normaliseLabel(type)) ?? 'other';
}
