import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hundredBox, hundredPeople } from './hundred-people.js';
import { hundredSvg } from './hundred-svg.js';
import { figureBox, peopleFigures } from './people-figures.js';

const look = { reached: '#C8402B', outline: '#7A8093', label: 'Six sur cent' };

describe('hundredPeople', () => {
  it('fills as many people as asked, held between none and all', () => {
    fc.assert(fc.property(fc.double({ min: -50, max: 500, noNaN: true }), (filled) => {
      const reached = hundredPeople(filled).filter(({ state }) => state === 'reached').length;
      expect(reached).toBe(Math.round(Math.min(100, Math.max(0, filled))));
    }));
  });

  it('fills from the bottom row up, each row from the left', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), (filled) => {
      const people = hundredPeople(filled);
      const order = people.toSorted((a, b) => b.y - a.y || a.x - b.x).map(({ state }) => state);
      expect(order).toEqual([...Array(filled).fill('reached'), ...Array(100 - filled).fill('other')]);
    }));
  });

  it('never puts two alike side by side or one above the other, and uses all six', () => {
    const people = hundredPeople(6);
    people.forEach(({ figure }, index) => {
      if (index % 10 > 0) expect(people[index - 1]?.figure).not.toBe(figure);
      if (index >= 10) expect(people[index - 10]?.figure).not.toBe(figure);
    });
    expect(new Set(people.map(({ figure }) => figure)).size).toBe(peopleFigures.length);
  });

  it('draws the same crowd every time, inside its box', () => {
    expect(hundredPeople(3).map(({ figure, mirrored }) => [figure, mirrored])).toEqual(hundredPeople(80).map(({ figure, mirrored }) => [figure, mirrored]));
    for (const { x, y } of hundredPeople(50)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + figureBox.width).toBeLessThanOrEqual(hundredBox.width);
      expect(y + figureBox.height).toBeLessThanOrEqual(hundredBox.height);
    }
  });

  it('shows neither reached nor missed people where the network does not say', () => {
    expect(hundredPeople('not-measurable').every(({ state }) => state === 'unknown')).toBe(true);
    expect(hundredPeople(Number.NaN).every(({ state }) => state === 'unknown')).toBe(true);
  });
});

describe('hundredSvg', () => {
  it('draws a hundred people with their sentence, without a stray number', () => {
    const svg = hundredSvg(6, look);
    expect(svg.match(/<path /g)).toHaveLength(100);
    expect(svg.match(/fill="#C8402B"/g)).toHaveLength(6);
    expect(svg).toContain('<title>Six sur cent</title>');
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  it('dashes everybody where nothing can be measured', () => {
    expect(hundredSvg('not-measurable', look, 'small').match(/stroke-dasharray/g)).toHaveLength(100);
  });

  it('lets no sentence become markup', () => {
    expect(hundredSvg(1, { ...look, label: '</title><script>"&' })).not.toContain('<script>');
  });
});
