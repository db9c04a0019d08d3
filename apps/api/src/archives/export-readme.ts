import type { Locale } from '@portee/shared';
import { exportFilesEn } from './export-files.en.js';
import { exportFilesFr } from './export-files.fr.js';
import { exportFilesNl } from './export-files.nl.js';

interface Words {
  title: string;
  about: readonly string[];
  files: Readonly<Record<string, string>>;
}

const words: Record<Locale, Words> = {
  fr: {
    title: 'Tout ce que Portée garde de votre centre',
    about: [
      'Chaque fichier .csv est un tableau : UTF-8, virgules, une première ligne de titres. Les heures sont en temps universel (UTC). Une case vide est une valeur inconnue.',
      'Un texte qu’un tableur pourrait prendre pour une formule commence par une apostrophe ; elle s’en va quand Portée le relit. Listes et objets sont en JSON.',
      'manifest.json dit combien de lignes a chaque fichier et permet de voir si l’un d’eux a changé. « portee restore » relit l’archive et en fait un centre dans n’importe quelle installation de Portée.',
      'N’y sont jamais : mots de passe, appareils connectés, clés d’accès des programmes, liens d’invitation et d’abonnement au calendrier, accès aux réseaux. Ce sont des secrets de l’installation. Après une restauration, les personnes sont invitées à nouveau et les canaux reliés à nouveau.',
      'Gardez cette archive en lieu sûr : elle contient les noms et adresses de votre équipe.',
    ],
    files: exportFilesFr,
  },
  en: {
    title: 'Everything Portée keeps of your centre',
    about: [
      'Each .csv file is a table: UTF-8, commas, a first line of titles. Times are in universal time (UTC). An empty cell is an unknown value.',
      'A text that a spreadsheet could take for a formula begins with an apostrophe; it goes when Portée reads it back. Lists and objects are JSON.',
      'manifest.json says how many lines each file has, and shows whether one of them was changed. “portee restore” reads the archive back and makes it a centre in any installation of Portée.',
      'Never in it: passwords, devices signed in, keys of programs, links of invitations and calendar feeds, accesses to networks. They are secrets of the installation. After a restore, people are invited anew and channels connected anew.',
      'Keep this archive safe: it holds the names and addresses of your team.',
    ],
    files: exportFilesEn,
  },
  nl: {
    title: 'Alles wat Portée van je centrum bewaart',
    about: [
      'Elk .csv-bestand is een tabel: UTF-8, komma’s, een eerste regel met titels. Tijden zijn in universele tijd (UTC). Een leeg vak is een onbekende waarde.',
      'Een tekst die een rekenblad voor een formule zou kunnen houden, begint met een apostrof; die verdwijnt wanneer Portée hem herleest. Lijsten en objecten zijn JSON.',
      'manifest.json zegt hoeveel regels elk bestand heeft, en toont of er een veranderd is. ‘portee restore’ leest het archief terug en maakt er een centrum van in eender welke installatie van Portée.',
      'Nooit erin: wachtwoorden, aangemelde toestellen, sleutels van programma’s, links van uitnodigingen en kalenderabonnementen, toegangen tot netwerken. Dat zijn geheimen van de installatie. Na het terugzetten worden mensen opnieuw uitgenodigd en kanalen opnieuw verbonden.',
      'Bewaar dit archief veilig: het bevat de namen en adressen van je team.',
    ],
    files: exportFilesNl,
  },
};

/** What the archive is, and what each of its files holds, in the three languages. */
export function exportReadme(name: string, writtenAt: Date): string {
  const parts = Object.values(words).map(({ title, about, files }) => {
    const lines = Object.entries(files).map(([table, sentence]) => `- data/${table}.csv: ${sentence}`);
    return [`# ${title}`, '', `${name}, ${writtenAt.toISOString()}`, '', ...about.flatMap((sentence) => [sentence, '']), ...lines, ''].join('\n');
  });
  return parts.join('\n');
}
