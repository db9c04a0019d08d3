import type { mappableColumns } from '@portee/shared';
import { normaliseLabel } from '../networks/core/header-columns.js';
import { readLocalCount } from '../networks/core/read-count.js';
import { parseLocalDate } from './parse-local-date.js';

export type MappableColumn = (typeof mappableColumns)[number];
/** Column of the file for each of ours, where one is likely. A guess is shown, never applied unseen. */
export type ColumnGuesses = Partial<Record<MappableColumn, string>>;

/** Names in French, English and Dutch, the surest first; matched whole, then as the beginning of a header. */
const names: Readonly<Record<MappableColumn, readonly string[]>> = {
  published_at: ['published at', 'published_at', 'publish time', 'publication date', 'date de publication', 'heure de publication', 'publie le', 'post date', 'posted', 'created date', 'date de creation', 'send date', 'sent date', "date d'envoi", 'envoye le', 'video publish time', 'publicatiedatum', 'gepubliceerd op', 'verzenddatum', 'date and time', 'date et heure', 'datum en tijd', 'datum', 'date', 'time'],
  post_id: ['post id', 'post_id', 'tweet id', 'identifiant de la publication', 'identifiant', 'content id', 'video id', 'campaign id', 'id campagne', 'id de campagne', 'campagne-id', 'bericht-id', 'contenu', 'content', 'id'],
  text: ['text', 'texte', 'message', 'post text', 'post message', 'description', 'post title', 'video title', 'titre de la video', 'subject', 'objet', 'onderwerp', 'title', 'titre', 'titel', 'legende', 'caption', 'tekst', 'bericht'],
  url: ['url', 'permalink', 'permalien', 'post link', 'link', 'lien', 'adresse', 'koppeling'],
  format: ['format', 'post type', 'type de publication', 'content type', 'type de contenu', 'berichttype', 'type'],
  paid: ['paid', 'sponsorise', 'sponsored', 'boosted', 'boost', 'betaald', 'gesponsord'],
  followers: ['followers', 'abonnes', 'fans', 'subscribers', 'delivered', 'distribues', 'delivres', 'volgers', 'abonnees', 'recipients', 'destinataires'],
  reach_organic: ['organic reach', 'reach organic', 'reach_organic', 'portee organique', 'couverture organique', 'organisch bereik', 'lifetime post organic reach'],
  reach_paid: ['paid reach', 'reach paid', 'reach_paid', 'portee payee', 'portee sponsorisee', 'couverture payee', 'betaald bereik', 'lifetime post paid reach'],
  reach_followers: ['reach among followers', 'reach_followers', 'fan reach', 'portee aupres des abonnes'],
  reach: ['reach', 'portee', 'couverture', 'personnes touchees', 'comptes touches', 'people reached', 'accounts reached', 'unique viewers', 'spectateurs uniques', 'unique opens', 'ouvertures uniques', 'unique impressions', 'bereik', 'unieke kijkers', 'lifetime post total reach', 'viewers', 'spectateurs'],
  views: ['views', 'vues', 'impressions', 'affichages', 'weergaven', 'impressies', 'total opens', 'ouvertures', 'opens', 'lifetime post total impressions'],
  likes: ['likes', "j'aime", "mentions j'aime", 'reactions', 'favourites', 'favorites', 'favoris', 'vind-ik-leuks', 'reacties (vind ik leuk)', 'like'],
  comments: ['comments', 'commentaires', 'replies', 'reponses', 'opmerkingen', 'comments added', 'commentaires ajoutes', 'comment'],
  shares: ['shares', 'partages', 'reposts', 'retweets', 'boosts', 'gedeeld', 'share'],
  saves: ['saves', 'enregistrements', 'saved', 'bookmarks', 'signets', 'opgeslagen'],
  clicks: ['clicks', 'clics', 'unique clicks', 'clics uniques', 'total clicks', 'total des clics', 'link clicks', 'klikken'],
};
const TEXTS: readonly MappableColumn[] = ['text', 'url', 'format', 'paid', 'post_id'];

/** Guesses from the header, checked against the values: a column named "date" that holds no date is none. */
export function guessColumns(headers: readonly string[], rows: readonly (readonly string[])[]): ColumnGuesses {
  const labels = headers.map(normaliseLabel);
  const guesses: ColumnGuesses = {};
  const taken = new Set<number>();
  for (const column of columnsInOrder) {
    const position = findColumn(labels, { column, taken, fits: (at) => holds(column, rows.map((row) => row[at]?.trim() ?? '')) });
    const header = headers[position];
    if (header === undefined) continue;
    guesses[column] = header;
    taken.add(position);
  }
  return guesses;
}

// Declared order: the narrow names of reach come before the wide one.
const columnsInOrder: readonly MappableColumn[] = [
  'published_at', 'post_id', 'text', 'url', 'format', 'paid', 'followers', 'reach_organic', 'reach_paid', 'reach_followers', 'reach',
  'views', 'likes', 'comments', 'shares', 'saves', 'clicks',
];

function findColumn(labels: readonly string[], search: { column: MappableColumn; taken: ReadonlySet<number>; fits: (position: number) => boolean }): number {
  const isFree = (position: number) => position !== -1 && !search.taken.has(position) && search.fits(position);
  for (const name of names[search.column]) {
    const position = labels.indexOf(name);
    if (isFree(position)) return position;
  }
  const sure = names[search.column].filter((name) => name.length > 5);
  return labels.findIndex((label, position) => isFree(position) && sure.some((name) => label.startsWith(`${name} `)));
}

/** Whether most of the filled values can be what the column would mean. An empty column fits anything. */
function holds(column: MappableColumn, values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '');
  if (filled.length === 0 || TEXTS.includes(column)) return true;
  const fitting = filled.filter((value) => (column === 'published_at' ? parseLocalDate(value, 'day-first') !== null || parseLocalDate(value, 'month-first') !== null : 'value' in readLocalCount(value)));
  return fitting.length * 2 > filled.length;
}
