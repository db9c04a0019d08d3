import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from './html-to-text.js';

describe('htmlToText', () => {
  it.each([
    { html: '<p>Concert vendredi 20h</p>', expected: 'Concert vendredi 20h' },
    { html: '<p>Concert</p><p>Entrée libre<br />à 20&nbsp;h</p>', expected: 'Concert\n\nEntrée libre\nà 20\u00A0h' },
    { html: 'Une ligne<br>une autre<BR/>une troisième', expected: 'Une ligne\nune autre\nune troisième' },
    { html: '<p>L&#39;été &amp; l&#x2019;hiver &lt;3 &eacute;</p>', expected: "L'été & l’hiver <3 &eacute;" },
    { html: '&amp;lt;p&amp;gt;', expected: '&lt;p&gt;' }, // decoded once
    { html: '<a href="https://centre.example/agenda?x"><span class="invisible">https://</span><span class="ellipsis">centre.example/agen</span><span class="invisible">da?x</span></a>', expected: 'https://centre.example/agenda?x' },
    { html: '<p><a href="#">#<span>jazz</span></a> au   centre\n\n demain</p>', expected: '#jazz au centre demain' },
    { html: '<ul><li>Jazz</li><li>Danse</li></ul>Fin', expected: '• Jazz\n• Danse\n\nFin' },
    { html: '<p>Avant<script>alert("<p>")</script> après</p>', expected: 'Avant après' },
    { html: 'Avant<!-- <p>caché</p> --> après', expected: 'Avant après' },
    { html: '<STYLE>p{}', expected: '' },
    { html: '1 < 2 et 3 > 2', expected: '1 < 2 et 3 > 2' },
    { html: 'coupé <a href="', expected: 'coupé' },
    { html: '&#0;&#xD800;&#1114112;', expected: '\uFFFD\uFFFD\uFFFD' },
    { html: '', expected: '' },
  ])('reads $html', ({ html, expected }) => expect(htmlToText(html)).toBe(expected));

  it('gives back every text that was written as HTML', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const html = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`;
      expect(htmlToText(html).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' ').trim());
    }));
  });

  it('leaves no element of a kind it was given', () => {
    const tag = fc.constantFrom('<p>', '</p>', '<br>', '<script>', '</script>', '<b x="', '<!--', '-->', '<', '>', '&', '&#', ';', 'mot ');
    fc.assert(fc.property(fc.array(tag, { maxLength: 40 }), (parts) => {
      expect(htmlToText(parts.join(''))).not.toMatch(/<\/?(p|br|script)[ />]/);
    }));
  });

  it.each(['<', '<!--', '<a ', '&', '&#x', '<script>', '</'])('takes no longer for a million of %s', (piece) => {
    const startedAt = performance.now();
    htmlToText(piece.repeat(1_000_000));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
