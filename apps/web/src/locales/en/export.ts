import type { everything as french } from '../fr/export.js';

export const everything: Record<keyof typeof french, string> = {
  'export.title': 'Take your data along',
  'export.text': 'Everything the centre has, in one archive of tables (CSV) that open anywhere, with an explanation. Portée can read it back, here or on another machine.',
  'export.holds': 'Inside: {channels, plural, =0 {no channel} one {# channel} other {# channels}}, {posts, plural, =0 {no post} one {# post} other {# posts}}, {readings, plural, =0 {no reading} one {# reading} other {# readings}} of their figures, and the plan, the experiments, the closed months, the journal.',
  'export.without': 'The names and addresses of the team are in it: keep it safe. Passwords, keys and accesses to networks never are.',
  'export.go': 'Export everything (.zip)',
};
