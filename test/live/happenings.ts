import type { Locale } from '@portee/shared';
import type { EveryNetwork } from '../networks/every-network.js';
import type { InventedPost } from '../networks/invented-posts.js';

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 2 * 60_000;

/** Something that happens on an invented network, and what a person at the terminal is told. */
export interface Happening {
  network: string;
  told: Record<Locale, string>;
  happen(): void;
}

/** What happens while somebody looks, in this order and then again: posts, a refusal, a deletion, an access that ends. */
export function happeningsOn({ played }: EveryNetwork, { account, now }: { account: string; now: () => Date }): Happening[] {
  const { mastodon, bluesky, peertube, instagram } = played;
  const add = (network: 'mastodon' | 'bluesky' | 'peertube', label: string): Happening => ({
    network, told: { fr: `${label} : une nouvelle publication`, en: `${label}: a new post`, nl: `${label}: een nieuw bericht` }, happen: () => played[network].addPost(account, newPost(now())),
  });
  return [
    add('mastodon', 'Mastodon'),
    { network: 'bluesky', told: { fr: 'Bluesky : demande deux minutes de patience', en: 'Bluesky: asks for two minutes of patience', nl: 'Bluesky: vraagt twee minuten geduld' }, happen: () => bluesky.limitUntil(new Date(now().getTime() + PATIENCE_MS)) },
    add('peertube', 'PeerTube'),
    { network: 'instagram', told: { fr: 'Instagram : l’accès est retiré ; il faut le reconnecter', en: 'Instagram: the access is withdrawn; it must be connected again', nl: 'Instagram: de toegang is ingetrokken; verbind het opnieuw' }, happen: () => instagram.revokeAll() },
    { network: 'mastodon', told: { fr: 'Mastodon : cent abonnés de plus', en: 'Mastodon: a hundred more followers', nl: 'Mastodon: honderd volgers meer' }, happen: () => mastodon.setFollowers(account, 1300) },
    { network: 'peertube', told: { fr: 'PeerTube : en panne pour deux réponses', en: 'PeerTube: out of order for two answers', nl: 'PeerTube: twee antwoorden lang buiten dienst' }, happen: () => { peertube.standIn.break('/', { kind: 'html', status: 503 }, 2); } },
    add('bluesky', 'Bluesky'),
  ];
}

let numbers = 100_000;

/** An hour old, so that it has figures already; most of them come fast. */
function newPost(now: Date): InventedPost {
  numbers += 1;
  const publishedAt = new Date(Math.floor((now.getTime() - HOUR_MS) / 1000) * 1000);
  return { number: numbers, publishedAt, text: `Publication inventée de ${publishedAt.toISOString()}`, kind: 'photo', final: { reach: 320, views: 450, likes: 24, comments: 5, shares: 9, saves: 3, clicks: 12 }, tauDays: 0.03, deletedAt: null };
}
