import type { firstRun as french } from '../fr/first-run.js';

export const firstRun: Record<keyof typeof french, string> = {
  'firstRun.title': 'Welcome. Let us start with your centre.',
  'firstRun.intro': 'Portée tells you how many people really see what you publish. Everything stays on this machine.',
  'firstRun.step': 'Step {step} of 2',
  'firstRun.organisation': 'Name of the centre or association',
  'firstRun.timeZone': 'Time zone',
  'firstRun.timeZone.hint': 'The hours of your posts will be read in this zone.',
  'firstRun.name': 'Your name',
  'firstRun.email': 'E-mail address',
  'firstRun.email.hint': 'You sign in with it. Nothing is sent to it.',
  'firstRun.password': 'Password',
  'firstRun.password.hint': 'At least 10 characters. A short sentence is easy to remember.',
  'firstRun.password.short': 'This password has fewer than 10 characters. Add a word or two.',
  'firstRun.code': 'Set-up code',
  'firstRun.code.hint': 'It is shown in the terminal where Portée was started.',
  'firstRun.act': 'Create the account',

  'firstSteps.title': 'The account is ready. Where to begin?',
  'firstSteps.file.title': 'With your own figures',
  'firstSteps.file.text': 'A file downloaded from Meta Business Suite, a spreadsheet, or Portée’s open format. Two minutes, and nothing leaves this machine.',
  'firstSteps.file.act': 'Import a file',
  'firstSteps.demo.title': 'With an invented centre',
  'firstSteps.demo.text': 'Five channels, eighteen months, to see what it all looks like. Every page says that the data is fictitious; it can be removed without a trace.',
  'firstSteps.demo.act': 'See the demonstration',
  'firstSteps.demo.busy': 'The demonstration is being prepared: a minute at most.',
};
