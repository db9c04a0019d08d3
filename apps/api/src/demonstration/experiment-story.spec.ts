import { addDays, hourBand, localDay, localTime, weekdayOf, weekdays } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { DEMONSTRATION_TIME_ZONE, demonstrationChannels } from './centre.js';
import { publishedOn } from './post-calendar.js';
import { postReadings } from './post-readings.js';
import { storyLine } from './story-line.js';

const instagram = demonstrationChannels.find(({ network }) => network === 'instagram');
if (instagram === undefined) throw new Error('no channel for young people');
const mondayOf = (day: string) => addDays(day, -weekdays.indexOf(weekdayOf(day)));
/** The demonstration is loaded on any day: in summer there is half as much to draw from. */
const days = ['2026-01-01', '2026-03-29', '2026-08-20', '2026-09-14', '2026-11-23', '2028-02-29'];

describe.each(days)('experiments told on %s', (today) => {
  const story = storyLine(new Date(`${today}T20:00:00Z`));
  const { posts, experiments } = publishedOn(story, instagram);
  const [read, underWay] = experiments;

  it('are published as drawn, two of a week to a block', () => {
    for (const { draw, posts: led, dimension, level, against } of experiments) {
      for (const [place, post] of led.entries()) {
        const { arm, block } = draw.slots[place] ?? { arm: 'level', block: 0 };
        const published = dimension === 'format' ? post.format : hourBand(localTime(post.publishedAt, DEMONSTRATION_TIME_ZONE));
        expect(published).toBe(arm === 'level' ? level : against);
        expect(mondayOf(post.day)).toBe(mondayOf(led[2 * block - 2]?.day ?? ''));
        expect(localDay(post.publishedAt, DEMONSTRATION_TIME_ZONE)).toBe(post.day);
        expect(post.publishedAt < story.now).toBe(true);
      }
    }
  });

  it('have one at its size and over, with figures that have settled, and one that goes on', () => {
    expect(read?.posts).toHaveLength(2 * (read?.draw.eachArm ?? 0));
    expect(addDays(read?.lastDay ?? '', 9) < story.lastDay).toBe(true);
    expect((underWay?.posts.length ?? 0) < (underWay?.draw.slots.length ?? 0)).toBe(true);
    expect((underWay?.startsDay ?? '') > (read?.lastDay ?? '')).toBe(true);
    expect((underWay?.lastDay ?? '') > story.lastDay).toBe(true);
  });

  it('lose no post, and number all in the order of time', () => {
    const deleted = new Set(postReadings(story, instagram).filter(({ deletedAt }) => deletedAt !== null).map(({ externalId }) => externalId));
    for (const { number } of experiments.flatMap((one) => one.posts)) expect(deleted.has(`demo-instagram-${String(number).padStart(4, '0')}`)).toBe(false);
    expect(posts.map(({ number }) => number)).toEqual(posts.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime()).map((_, place) => place + 1));
  });
});
