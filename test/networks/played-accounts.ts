import type { InventedFigures, InventedPost } from './invented-posts.js';
import { type InventedAccount, PlayedAccount } from './played-account.js';

/** What a test may do to the accounts of any invented network. Accounts go by the name they were invented with. */
export interface AccountLevers {
  addPost: (name: string, post: InventedPost) => void;
  deletePost: (name: string, number: number) => void;
  /** The text changes; the identifier does not. */
  editPost: (name: string, number: number, text: string) => void;
  /** Figures held where they are put: counts that fall, or that stand still. */
  setCounts: (name: string, number: number, counts: Partial<InventedFigures>) => void;
  /** null: followers grow again as invented. */
  setFollowers: (name: string, followers: number | null) => void;
  deleteAccount: (name: string) => void;
}

/** The accounts of one played network. */
export class PlayedAccounts {
  readonly all: readonly PlayedAccount[];

  constructor(invented: readonly InventedAccount[], private readonly now: () => Date) {
    this.all = invented.map((account) => new PlayedAccount(account));
  }

  /** The account a test means. */
  require(name: string): PlayedAccount {
    const account = this.all.find(({ key }) => key === name);
    if (!account) throw new Error(`No account was invented with the name ${name}`);
    return account;
  }

  /** The first of the list, where a network needs one and was not told which. */
  first(): PlayedAccount {
    const [account] = this.all;
    if (!account) throw new Error('An invented network needs an account');
    return account;
  }

  levers(): AccountLevers {
    return {
      addPost: (name, post) => this.require(name).addPost(post),
      deletePost: (name, number) => this.require(name).deletePost(number),
      editPost: (name, number, text) => this.require(name).editPost(number, { text, at: this.now() }),
      setCounts: (name, number, counts) => this.require(name).setCounts(number, counts),
      setFollowers: (name, followers) => this.require(name).setFollowers(followers),
      deleteAccount: (name) => { this.require(name).isDeleted = true; },
    };
  }
}
