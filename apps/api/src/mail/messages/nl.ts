import type { MailKey } from './fr.js';

export const nl: Record<MailKey, string> = {
  'hello': 'Dag {name},',
  'copy': 'Werkt de knop niet? Kopieer dit adres in je browser:',
  'foot': 'Portée, de eerlijke meting van het bereik van je netwerken. Dit bericht wordt door een programma verstuurd: niemand leest de antwoorden.',

  'role.owner': 'Verantwoordelijke',
  'role.coordinator': 'Coördinatie',
  'role.contributor': 'Bijdrage',
  'role.reader': 'Lezen',

  'invitation.subject': '{organisation} verwacht je op Portée',
  'invitation.text.by': '{inviter} nodigt je uit bij {organisation} op Portée, met de rol ‘{role}’.',
  'invitation.text': 'Je bent uitgenodigd bij {organisation} op Portée, met de rol ‘{role}’.',
  'invitation.what': 'Portée toont hoeveel mensen de berichten van {organisation} echt bereiken, en wat men daaruit kan leren.',
  'invitation.act': 'De uitnodiging aannemen',
  'invitation.note': 'De link is persoonlijk: geef hem niet door. Hij geldt tot {day} en dient één keer. Verwachtte je deze uitnodiging niet, doe dan niets: er wordt geen account gemaakt.',

  'password-reset.subject': 'Een nieuw wachtwoord kiezen',
  'password-reset.text': 'Iemand, jij wellicht, heeft gevraagd om een nieuw wachtwoord te kiezen voor je Portée-account.',
  'password-reset.act': 'Een wachtwoord kiezen',
  'password-reset.note': 'De link geldt {minutes, plural, one {# minuut} other {# minuten}} en dient één keer. Heb je niets gevraagd, doe dan niets: je wachtwoord blijft hetzelfde.',

  'password-changed.subject': 'Je wachtwoord is gewijzigd',
  'password-changed.text': 'Het wachtwoord van je Portée-account is zonet gewijzigd, en je andere toestellen werden afgemeld.',
  'password-changed.act': 'Dat was ik niet',
  'password-changed.note': 'Was jij het, dan hoef je niets te doen. Kies anders meteen een ander wachtwoord.',

  'address-confirm.subject': 'Je nieuwe adres bevestigen',
  'address-confirm.text': 'Je hebt gevraagd om dit adres te gebruiken voor je Portée-account. Bevestig het, en het komt in de plaats van het vorige.',
  'address-confirm.act': 'Dit adres bevestigen',
  'address-confirm.note': 'De link geldt {hours, plural, one {# uur} other {# uur}}. Heb je niets gevraagd, doe dan niets: er verandert niets.',

  'address-changed.subject': 'Het adres van je account is gewijzigd',
  'address-changed.text': 'Je Portée-account antwoordt voortaan op het adres {address}, en niet meer op dit.',
  'address-changed.note': 'Was jij het niet, verwittig dan meteen wie Portée bij jullie beheert.',

  'channel-trouble.subject': '{channel}: Portée kan dit kanaal niet meer lezen',
  'channel-trouble.text': 'Portée kan {channel} ({network}) van {organisation} niet meer lezen: de toegang is afgelopen of ingetrokken.',
  'channel-trouble.what': 'Niets van wat gelezen werd is verloren. De volgende cijfers ontbreken zolang het kanaal niet opnieuw verbonden is, en sommige netwerken geven ze later niet meer.',
  'channel-trouble.act': 'Het kanaal opnieuw verbinden',
  'channel-trouble.note': 'Portée schrijft één keer per storing aan de verantwoordelijken en de coördinatie. Je kunt deze meldingen stopzetten: Instellingen, Mijn account.',

  'report-ready.subject': 'Verslag van {month}, te lezen vóór verzending',
  'report-ready.text': 'Het verslag van {month} van {organisation} wacht op je akkoord. Daarna vertrekt het naar {recipients, plural, one {# bestemmeling} other {# bestemmelingen}}.',
  'report-ready.open': 'De maand is nog niet afgesloten: het verslag geeft de cijfers van vandaag, en die kunnen nog veranderen.',
  'report-ready.act': 'Lezen en versturen',
  'report-ready.note': 'Zonder je akkoord vertrekt er niets.',

  'report.subject': '{organisation}: verslag van {month}',
  'report.text': 'Hierbij het verslag van {month} van {organisation}.',
  'report.stop': 'Je krijgt dit verslag omdat {organisation} het je elke maand stuurt. Om het niet meer te krijgen:',

};
