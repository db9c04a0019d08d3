/** A post of an invented network: what it will have reached in the end, and how fast it gets there. */
export interface InventedPost {
  /** 1 for the oldest; stand-ins make the network's own identifier from it. */
  number: number;
  publishedAt: Date;
  text: string;
  kind: 'photo' | 'video' | 'link' | 'text';
  final: InventedFigures;
  /** Days in which most of its reach comes. */
  tauDays: number;
  deletedAt: Date | null;
}

export interface InventedFigures {
  reach: number;
  views: number;
  likes: number;
  comments: number;
  shares: number;
  saves: number;
  clicks: number;
}

export interface InventedSpan {
  seed: number;
  from: Date;
  to: Date;
  postsPerWeek: number;
  followers: number;
}

const DAY_MS = 86_400_000;
const KINDS = ['photo', 'photo', 'video', 'link', 'text'] as const;

/** The posts of a small centre, oldest first: the same seed gives the same posts. */
export function inventPosts(span: InventedSpan): InventedPost[] {
  const random = seeded(span.seed);
  const count = Math.round(((span.to.getTime() - span.from.getTime()) / (7 * DAY_MS)) * span.postsPerWeek);
  const step = (span.to.getTime() - span.from.getTime()) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => inventPost(span, { number: index + 1, publishedAt: new Date(Math.floor((span.from.getTime() + (index + 0.8 * random()) * step) / 1000) * 1000) }, random));
}

function inventPost(span: InventedSpan, place: { number: number; publishedAt: Date }, random: () => number): InventedPost {
  const reach = Math.max(1, Math.round(span.followers * 0.055 * Math.exp(0.8 * normal(random))));
  return {
    ...place,
    text: `Concert de la saison, numéro ${place.number} — entrée libre à 20 h`,
    kind: KINDS[Math.floor(random() * KINDS.length)] ?? 'photo',
    final: {
      reach, views: Math.round(reach * (1.3 + random())), likes: Math.round(reach * 0.05 * random()), comments: Math.round(reach * 0.01 * random()),
      shares: Math.round(reach * 0.03 * random()), saves: Math.round(reach * 0.01 * random()), clicks: Math.round(reach * 0.04 * random()),
    },
    tauDays: 0.4 + 0.8 * random(),
    deletedAt: null,
  };
}

/** A post's figures at an instant: they grow as those of networks do, fast first, never down; all 0 before it is published. */
export function figuresAt(post: InventedPost, at: Date): InventedFigures {
  const age = Math.max(0, (at.getTime() - post.publishedAt.getTime()) / DAY_MS);
  const part = age >= 28 ? 1 : 1 - Math.exp(-((age / post.tauDays) ** 0.8));
  const grown = (figure: number) => Math.floor(figure * part);
  const { reach, views, likes, comments, shares, saves, clicks } = post.final;
  return { reach: grown(reach), views: grown(views), likes: grown(likes), comments: grown(comments), shares: grown(shares), saves: grown(saves), clicks: grown(clicks) };
}

/** Of its views, the part that advertisements brought: a post is pushed or it is not, and every seventh is. */
export function advertisedPart({ number }: InventedPost): number {
  return number % 7 === 0 ? 0.4 : 0;
}

/** Followers at an instant: a slow, steady growth from the count at `since`. */
export function followersAt(start: { followers: number; since: Date; perDay: number }, at: Date): number {
  return Math.max(0, Math.floor(start.followers + (start.perDay * (at.getTime() - start.since.getTime())) / DAY_MS));
}

/** Mulberry32: enough chance for an invented network. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
