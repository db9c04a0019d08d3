import { type FacebookQuirks, type FacebookWorld, livingPosts, postId, requirePage } from './facebook-pages.js';
import type { SignIn } from './facebook-sign-in.js';
import { type GraphLevers, graphLevers } from './graph-levers.js';
import { type InstagramLevers, instagramLevers } from './instagram-levers.js';
import { orGone } from './instagram-media.js';
import { LONG_TOKEN_SECONDS, type MetaToken, SHORT_TOKEN_SECONDS } from './meta-tokens.js';

/** All that a centre may be given. */
export const FACEBOOK_SCOPES = [
  'public_profile', 'pages_show_list', 'pages_read_engagement', 'read_insights', 'pages_read_user_content', 'business_management', 'instagram_basic', 'instagram_manage_insights',
];

/** What a test does to the invented Facebook. */
export interface FacebookLevers extends GraphLevers {
  /** Switches, to be set while it runs. */
  quirks: FacebookQuirks;
  /** The accounts behind the Pages. */
  instagram: InstagramLevers;
  /** Tokens without a dialogue, agreed to now. All scopes unless said. */
  userToken(settings?: { isLong?: boolean; scopes?: readonly string[] }): string;
  pageToken(pageId: string, scopes?: readonly string[]): string;
  /** null: for ever. */
  systemUserToken(scopes?: readonly string[], days?: number | null): string;
  /** Code 100 for the whole request that names it. */
  withdrawMetric(name: string): void;
  restoreMetric(name: string): void;
  deletePost(id: string): void;
  renamePage(pageId: string, name: string): void;
  /** Code 100 subcode 33. */
  deletePage(pageId: string): void;
  untickPage(pageId: string): void;
  /** Without ANALYZE: code 200 on insights. */
  takeTask(pageId: string, task: string): void;
  /** The Page has 60 likes: insights answer, with nothing in them. */
  under100Likes(pageId: string): void;
  /** The identifier of the post of this number: "<page id>_<object id>". */
  postIdOf(pageId: string, number: number): string;
  /** Identifiers of living posts, newest first. */
  postIds(pageId: string): string[];
}

export function facebookLevers(world: FacebookWorld, signIn: SignIn, retired: Set<string>): FacebookLevers {
  const { quirks, tokens, limits, withdrawn } = world;
  return {
    quirks, instagram: instagramLevers(world.instagram), ...graphLevers({ choice: signIn.choice, tokens, limits, retired }), ...tokenLevers(world, signIn), ...pageLevers(world),
    withdrawMetric: (name) => { withdrawn.add(name); },
    restoreMetric: (name) => { withdrawn.delete(name); },
  };
}

function tokenLevers({ tokens, now }: FacebookWorld, { personId }: SignIn): Pick<FacebookLevers, 'userToken' | 'pageToken' | 'systemUserToken'> {
  const user = (isLong: boolean, scopes: readonly string[]): MetaToken => tokens.issue({
    kind: isLong ? 'long-user' : 'short-user', ownerId: personId, scopes, seconds: isLong ? LONG_TOKEN_SECONDS : SHORT_TOKEN_SECONDS, authorisedAt: now(),
  });
  return {
    userToken: ({ isLong = true, scopes = FACEBOOK_SCOPES } = {}) => user(isLong, scopes).value,
    pageToken: (pageId, scopes = FACEBOOK_SCOPES) => tokens.pageToken(user(true, scopes), pageId).value,
    systemUserToken: (scopes = FACEBOOK_SCOPES, days = null) => tokens.issue({ kind: 'system-user', ownerId: '61550000000001', scopes, seconds: days === null ? null : days * 86_400, authorisedAt: null }).value,
  };
}

function pageLevers(world: FacebookWorld): Pick<FacebookLevers, 'deletePost' | 'renamePage' | 'deletePage' | 'untickPage' | 'takeTask' | 'under100Likes' | 'postIdOf' | 'postIds'> {
  return {
    deletePost: (id) => { world.deletedPosts.add(id); },
    renamePage: (pageId, name) => { requirePage(world, pageId).name = name; },
    deletePage: (pageId) => { requirePage(world, pageId).isDeleted = true; },
    untickPage: (pageId) => { requirePage(world, pageId).isTicked = false; },
    takeTask: (pageId, task) => {
      const page = requirePage(world, pageId);
      page.tasks = page.tasks.filter((one) => one !== task);
    },
    under100Likes: (pageId) => { requirePage(world, pageId).fans = 60; },
    postIdOf: (pageId, number) => {
      const page = requirePage(world, pageId);
      return postId(page, orGone(page.posts.find((post) => post.number === number) ?? null, String(number)));
    },
    postIds: (pageId) => {
      const page = requirePage(world, pageId);
      return livingPosts(world, page).map((post) => postId(page, post));
    },
  };
}
