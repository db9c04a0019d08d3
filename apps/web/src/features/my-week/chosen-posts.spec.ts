import { describe, expect, it } from 'vitest';
import { chosenPosts } from './chosen-posts.js';

const posts = (judged: string) => [...judged].map((sign, place) => ({ id: String(place), ineligible: sign === 'j' ? null : 'growing' as const }));

describe('the posts that are shown', () => {
  it.each([
    { judged: '', shown: '' },
    { judged: 'g', shown: '0' },
    { judged: 'ggggjjj', shown: '045' }, // the one just published, and how the last judged ones did
    { judged: 'jjjj', shown: '012' },
    { judged: 'ggjgg', shown: '012' }, // only one can be judged: the next latest beside it
    { judged: 'gggg', shown: '012' },
  ])('of $judged are $shown', ({ judged, shown }) => {
    expect(chosenPosts(posts(judged)).map(({ id }) => id).join('')).toBe(shown);
  });
});
