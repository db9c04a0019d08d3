import type { accountLinks as french } from '../fr/account-links.js';

/** Links about one’s account. */
export const accountLinks: Record<keyof typeof french, string> = {
  'forgotten.title': 'Wachtwoord vergeten',
  'forgotten.text': 'Geef het adres van je account: je krijgt een link om een ander wachtwoord te kiezen.',
  'forgotten.act': 'De link versturen',
  'forgotten.back': 'Terug naar aanmelden',
  'forgotten.sent': 'Kijk in je berichten',
  'forgotten.sent.text': 'Als een account op dit adres antwoordt, is er net een link vertrokken. Hij geldt een uur. Niets na enkele minuten? Kijk bij de ongewenste berichten en controleer dan het adres.',
  'forgotten.noMail': 'Portée verstuurt hier geen berichten. Vraag een link aan een verantwoordelijke van je organisatie: die maakt er een in Instellingen, Mensen en rollen. Wie de installatie beheert, kan dat ook.',
  'forgotten.choose': 'Een ander wachtwoord kiezen',
  'forgotten.choose.act': 'Dit wachtwoord bewaren',
  'forgotten.another': 'Een andere link vragen',
  'forgotten.chosen': 'Het wachtwoord is gewijzigd',
  'forgotten.chosen.text': 'Al je toestellen zijn afgemeld. Meld je aan met het nieuwe wachtwoord.',
  'confirmAddress.title': 'Je adres bevestigen',
  'confirmAddress.text': 'Zodra je bevestigt, meld je je met dit adres aan.',
  'confirmAddress.act': 'Dit adres bevestigen',
  'confirmAddress.done': 'Het adres is bevestigd',
  'confirmAddress.done.text': 'Je meldt je voortaan aan met {email}.',
  'confirmAddress.go': 'Portée openen',
};
