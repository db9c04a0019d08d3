import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from './html.js';

describe('html', () => {
  it('takes every text for data, between tags and in attributes, alone and in lists', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const page = html`<p title="${text}">${[text, html`<b>${text}</b>`]}</p>`.text;
      const [, title, first, second] = /^<p title="([^"]*)">([^<]*)<b>([^<]*)<\/b><\/p>$/su.exec(page) ?? [];
      const read = (written?: string) => written?.replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
      expect([title, first, second].map(read)).toEqual(Array.from({ length: 3 }, () => text.replaceAll('\u200B', '')));
    }));
  });

  it('says nothing for null', () => {
    expect(html`<p>${null}${0}</p>`.text).toBe('<p>0</p>');
  });
});
