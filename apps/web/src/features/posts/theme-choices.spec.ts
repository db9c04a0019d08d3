import type { NamedTheme, Theme } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { themeChoices } from './theme-choices.js';
import { readThemeWords, writeThemeWords } from './theme-words-text.js';

const theme = (id: string | null, name: string): Theme => ({ id, name, words: [], posts: 0, givenByHand: 0, toldByFiles: 0 });
const themes = [theme('a', 'Ateliers'), theme(null, 'jazz'), theme('b', 'Quartier')];
const having = (...names: NamedTheme[]): { themes: NamedTheme[] } => ({ themes: names });
const [ateliers, quartier] = [{ id: 'a', name: 'Ateliers' }, { id: 'b', name: 'Quartier' }];

describe('the themes to choose from', () => {
  it('to give are those that not every post has', () => {
    expect(themeChoices(themes, [having(ateliers), having(ateliers, quartier)], 'add').map(({ name }) => name)).toEqual(['jazz', 'Quartier']);
    expect(themeChoices(themes, [having({ id: null, name: 'Jazz' })], 'add').map(({ name }) => name)).toEqual(['Ateliers', 'Quartier']);
  });

  it('to take away are those that some post has, once each, in the order of the alphabet', () => {
    const posts = [having(quartier, { id: null, name: 'jazz' }), having({ id: null, name: 'Jazz' }, quartier), having({ id: 'c', name: 'Été' })];
    expect(themeChoices(themes, posts, 'remove').map(({ name }) => name)).toEqual(['Été', 'jazz', 'Quartier']);
    expect(themeChoices(themes, [having()], 'remove')).toEqual([]);
  });
});

describe('words in one field', () => {
  it('are parted by commas, semicolons and lines, and come back as they were', () => {
    expect(readThemeWords(' atelier,,#ateliers ; dès 3 ans\nexpo\n')).toEqual(['atelier', '#ateliers', 'dès 3 ans', 'expo']);
    expect(readThemeWords(writeThemeWords(['atelier', 'dès 3 ans']))).toEqual(['atelier', 'dès 3 ans']);
  });
});
