import { describe, expect, it } from 'vitest';
import { printLook } from '../charts/chart-look.js';
import { weekDrawing, weekSvg, type WeekSlot } from './plan-week.js';

const words = { days: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'], time: (time: string) => `à ${time}` };
const headsOf = (slots: readonly WeekSlot[]) => weekDrawing(slots, words, 700).marks.flatMap((mark) => (mark.kind === 'head' ? [mark.at] : []));
const textsOf = (slots: readonly WeekSlot[]) => weekDrawing(slots, words, 700).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('weekDrawing', () => {
  it('puts each note on its day, the later the higher, the earliest on the lowest line', () => {
    const [morning, evening] = headsOf([{ weekday: 1, time: '05:00' }, { weekday: 7, time: '20:00' }]);
    expect(morning?.x).toBeLessThan(100);
    expect(evening?.x).toBeGreaterThan(600);
    const lowest = weekDrawing([], words, 700).marks.flatMap((mark) => (mark.kind === 'line' ? mark.points.map(({ y }) => y) : [])).toSorted((a, b) => b - a)[0];
    expect(morning?.y).toBe(lowest);
    expect(evening?.y).toBeLessThan(lowest ?? 0);
  });

  it('writes the hours of a day that has room for them, and those of no other', () => {
    expect(textsOf([{ weekday: 1, time: '09:00' }])).toEqual(['à 09:00', ...words.days]);
    expect(textsOf([{ weekday: 1, time: '09:00' }, { weekday: 1, time: '09:30' }])).toEqual(words.days);
  });

  it('stays within its width and lets no note stand on another, however many there are', () => {
    const crowd = Array.from({ length: 300 }, (_, index) => ({ weekday: (index % 7) + 1, time: `${String(index % 24).padStart(2, '0')}:00` }));
    const heads = headsOf(crowd);
    expect(heads.filter(({ x }) => x < 0 || x > 700)).toEqual([]);
    expect(new Set(heads.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(heads.length);
  });

  it('is the same on paper, its sentence beside it', () => {
    const svg = weekSvg([{ weekday: 4, time: '18:30' }], words, { look: printLook, label: 'Une semaine <&>', width: 660 });
    expect(svg).toContain('<title>Une semaine &#60;&#38;&#62;</title>');
    expect(svg.match(/<ellipse/g)).toHaveLength(1);
  });
});
