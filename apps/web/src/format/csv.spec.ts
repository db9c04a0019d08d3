import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv.js';

describe('writeCsv', () => {
  it('quotes every cell and doubles quotes inside', () => {
    expect(writeCsv([['ligne', 'raison'], ['3', 'dit "oui"\net non']])).toBe('"ligne","raison"\r\n"3","dit ""oui""\net non"');
  });

  it('holds back what a spreadsheet would run', () => {
    expect(writeCsv([['=cmd()', '+1+cmd()', '-2-cmd()', '@x', 'a=b']])).toBe('"\'=cmd()","\'+1+cmd()","\'-2-cmd()","\'@x","a=b"');
  });

  it('leaves figures with their sign as figures', () => {
    expect(writeCsv([['-0.220', '+12', '-', '-1.']])).toBe('"-0.220","+12","\'-","\'-1."');
  });
});
