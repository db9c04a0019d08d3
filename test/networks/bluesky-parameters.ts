import type { Ask, Reply } from './stand-in.js';

const DID = /^did:[a-z]+:[\w.:%-]+$/;
const HANDLE = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i;
const AT_URI = /^at:\/\/[^/\s]+(\/[\w.-]+(\/[\w.:~-]+)?)?$/;
/** Lists of identifiers hold no more. */
const MOST_IN_LIST = 25;
const MOST_IN_PAGE = 100;
const USUAL_IN_PAGE = 50;

/** A call that the lexicon does not allow, or that finds nothing; code and message are Bluesky's own. */
export class RefusedCall extends Error {
  constructor(message: string, readonly code = 'InvalidRequest') {
    super(message);
  }
}

/** The parameters of one call, read as the lexicons say. All throw RefusedCall. */
export class BlueskyParameters {
  private readonly method: string;
  private readonly query: URLSearchParams;

  constructor({ url }: Ask) {
    this.method = url.pathname.split('/').at(-1) ?? '';
    this.query = url.searchParams;
  }

  actor(): string {
    return this.actorIn(this.required('actor'));
  }

  actors(): string[] {
    return this.list('actors').map((actor) => this.actorIn(actor));
  }

  uri(): string {
    return this.uriIn(this.required('uri'));
  }

  uris(): string[] {
    return this.list('uris').map((uri) => this.uriIn(uri));
  }

  limit(): number {
    const text = this.query.get('limit');
    if (text === null) return USUAL_IN_PAGE;
    if (!/^-?\d+$/.test(text)) throw this.invalid(`Expected integer value type (got "${text}")`);
    const limit = Number(text);
    if (limit > MOST_IN_PAGE) throw this.invalid(`integer too big (maximum ${MOST_IN_PAGE}, got ${limit})`);
    if (limit < 1) throw this.invalid(`integer too small (minimum 1, got ${limit})`);
    return limit;
  }

  text(name: string): string | null {
    return this.query.get(name);
  }

  required(name: string): string {
    const value = this.query.get(name);
    if (value === null) throw this.invalid(`Missing required key "${name}"`);
    return value;
  }

  private list(name: string): string[] {
    const values = this.query.getAll(name);
    if (values.length === 0) throw this.invalid(`Missing required key "${name}"`);
    if (values.length > MOST_IN_LIST) throw this.invalid(`array too big (maximum ${MOST_IN_LIST}, got ${values.length})`);
    return values;
  }

  private actorIn(actor: string): string {
    if (!DID.test(actor) && !HANDLE.test(actor)) throw this.invalid(`Invalid AT identifier (got "${actor}")`);
    return actor;
  }

  private uriIn(uri: string): string {
    if (!AT_URI.test(uri)) throw this.invalid(`Invalid at-uri (got "${uri}")`);
    return uri;
  }

  private invalid(what: string): RefusedCall {
    return new RefusedCall(`Invalid ${this.method} params: ${what}`);
  }
}

/** An error as all of Bluesky's servers tell it. */
export function refusal(error: string, message: string, status = 400): Reply {
  return { status, json: { error, message } };
}
