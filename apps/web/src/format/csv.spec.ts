import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv.js';

describe('writeCsv', () => {
  it('quotes every cell and doubles quotes inside', () => {
    expect(writeCsv([['ligne', 'raison'], ['3', 'dit "oui"\net non']])).toBe('"ligne","raison"\r\n"3","dit ""oui""\net non"');
  });

  it('holds back what a spreadsheet would run', () => {
    expect(writeCsv([['=cmd()', '+1', '-2', '@x', 'a=b']])).toBe('"\'=cmd()","\'+1","\'-2","\'@x","a=b"');
  });
});
