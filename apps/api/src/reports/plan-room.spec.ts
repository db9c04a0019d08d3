import { planWords, type PlanDocument } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { crowdedPlan } from '../../../../test/fixtures/plan-document.sample.js';
import { boundPlan } from './plan-room.js';

const room = { objectives: 0, appointments: 2, channels: 30, lines: 0, experiments: 0, holidays: 0 };

/** Four channels, of which the last has no appointment; the first two have two. */
function plan(): PlanDocument {
  const document = crowdedPlan({ appointments: 6, channels: 4 });
  const [silent] = document.known.channels.slice(-1);
  return { ...document, known: { ...document.known, appointments: document.known.appointments.filter(({ channelId }) => channelId !== silent?.id) } };
}

describe('boundPlan', () => {
  it('leaves a channel out with its appointments, and keeps one that has none', () => {
    const { document, left } = boundPlan(plan(), room, planWords('fr'));
    expect(document.known.channels.map(({ name }) => name)).toEqual(['Page 0', 'Page 1', 'Page 3']);
    expect(left.channels?.map((sentence) => sentence.replaceAll(/\s/gu, ' '))).toEqual([
      '3 autres rendez-vous se lisent dans Portée, dans le calendrier du plan.', '1 autre canal se lit dans Portée, sur la page des canaux.',
    ]);
  });

  it('keeps of each channel what recurs most often, in turn', () => {
    const rare = plan();
    const [first, ...others] = rare.known.appointments;
    const changed = { ...rare, known: { ...rare.known, appointments: first === undefined ? others : [{ ...first, everyWeeks: 4 }, ...others.map((one) => ({ ...one, everyWeeks: 1 }))] } };
    const { document } = boundPlan(changed, { ...room, appointments: 3 }, planWords('fr'));
    expect(document.known.appointments.map(({ title }) => title)).toEqual(['Rendez-vous n° 1', 'Rendez-vous n° 2', 'Rendez-vous n° 4']);
  });

  it('says nothing where all is there', () => {
    const everything = { objectives: 99, appointments: 99, channels: 99, lines: 99, experiments: 99, holidays: 99 };
    const document = plan();
    expect(boundPlan(document, everything, planWords('fr'))).toMatchObject({ left: {}, document: { known: document.known } });
  });
});
