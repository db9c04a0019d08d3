import fc from 'fast-check';
import { matchPath } from 'react-router';
import { describe, expect, it } from 'vitest';
import { earlyAsks } from './early-asks.js';
import { isAt } from './early-paths.js';
import { pageAt } from './later-page.js';
import { innerPages, outerPages } from './pages.js';

const pages = [...outerPages, ...innerPages];
const parts = fc.constantFrom(...new Set(pages.flatMap(({ path }) => path.split('/'))), 'o', 'demonstration', '01a22c7e', 'é', '%20');

describe('the page of an address', () => {
  it('is the same before the router is here as in the router', () => {
    fc.assert(fc.property(fc.array(parts, { minLength: 1, maxLength: 5 }), fc.constantFrom(...pages), (words, { path }) => {
      const address = `/${words.join('/')}`;
      fc.pre(address !== '/' && !address.includes('//') && !address.includes(':'));
      expect(isAt(path, address)).toBe(matchPath(path.startsWith('/') ? path : `/o/:slug/${path}`, address) !== null);
    }));
  });

  it.each([
    ['/', ''], ['/o/demonstration', ''], ['/o/demonstration/', ''], ['/o/demonstration/publications/themes', 'publications/themes'],
    ['/o/demonstration/publications/01a22c7e', 'publications/:postId'], ['/connexion', '/connexion'],
  ])('%s is at « %s »', (address, path) => {
    expect(pageAt(address, pages)?.path).toBe(path);
  });

  it.each(['/o', '/o/demonstration/nulle-part', '/o/demonstration/plan/ecrit/encore', '/ailleurs'])('%s is at none', (address) => {
    expect(pageAt(address, pages)).toBeNull();
  });

  it('names only pages that there are in what is asked early', () => {
    expect(Object.keys(earlyAsks).filter((path) => !innerPages.some((page) => page.path === path))).toEqual([]);
  });
});
