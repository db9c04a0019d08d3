import type { PostFormat } from '@portee/shared';
import { normaliseLabel } from '../core/header-columns.js';

const formats = new Map<string, PostFormat>(Object.entries({
  image: 'photo', photo: 'photo', carousel: 'album', carrousel: 'album', album: 'album',
  reel: 'short_video', video: 'video', story: 'story', live: 'live',
}));

/**
 * Format of a publication from `IG reel`, `Image IG`, `Carrousel IG`…; the address tells a reel.
 * @returns null when the file says nothing; `other` for a word we do not know
 */
export function instagramFormat(type: string, permalink: string): PostFormat | null {
  if (permalink.toLowerCase().includes('/reel/')) return 'short_video';
  if (type === '') return null;
  const words = normaliseLabel(type).split(/[^a-z]+/);
  for (const word of words) {
    const format = formats.get(word) ?? formats.get(word.replace(/s$/, ''));
    if (format !== undefined) return format;
  }
  return words.includes('stories') ? 'story' : 'other';
}
