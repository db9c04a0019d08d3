import type { comparison as french } from '../fr/comparison.js';

export const comparison: Record<keyof typeof french, string> = {
  'comparison.title': 'Comparison between centres',
  'comparison.text': 'Centres of this installation that want to are compared without being named. Yours is not among them until you agree.',
  'comparison.gives': 'You give, for each month and network: the number of people that a typical post reaches for 100 followers. Nothing else: no name, no post, no number of followers.',
  'comparison.receives': 'You receive, in the report of a past month: the middle value of the centres, the two values between which half of them are, and how many they are. They are only shown if at least five other centres are there.',
  'comparison.stays': 'Each month is calculated once and does not change any more. If you leave, your centre gives nothing more; months that are calculated stay, without names.',
  'comparison.agree': 'Take part in the comparison',
  'comparison.agreed': 'Your centre takes part.',
  'comparison.notAgreed': 'Your centre does not take part.',
  'comparison.leave': 'No longer take part',
  'comparison.joined': 'Your centre takes part from the next calculation.',
  'comparison.left': 'Your centre no longer takes part.',
  'comparison.sentence': 'On {network}, a typical post of yours reaches {own, number} people for 100 followers; among {centres, number} centres, yours included, the middle value is {middle, number}, and half of the centres are between {low, number} and {high, number}.',
  'comparison.explained': 'These are the centres of this installation that agreed, without their names, with at least five posts in that month that were not promoted, or of which that is not known. Calculated once. Centres differ in size and public: this is no ranking.',
};
