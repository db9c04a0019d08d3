import { AsyncLocalStorage } from 'node:async_hooks';
import type { ActorKind } from '@portee/shared';
import type { FastifyInstance } from 'fastify';

/** Who does what is being done. */
export interface Actor {
  kind: ActorKind;
  /** Of the person or of the token; null: neither. */
  id: string | null;
}

const NOBODY: Actor = { kind: 'portee', id: null };
const acting = new AsyncLocalStorage<{ actor: Actor }>();

/** Who acts here: in a request whoever asks, at the command line whoever types, elsewhere Portée by itself. */
export function actorNow(): Actor {
  return acting.getStore()?.actor ?? NOBODY;
}

/** From here on in this request it is they who act. */
export function actAs(actor: Actor): void {
  const store = acting.getStore();
  if (store !== undefined) store.actor = actor;
}

/** Whatever this work does is done by them. */
export function asActor<T>(actor: Actor, work: () => T): T {
  return acting.run({ actor }, work);
}

/** A request begins with nobody. Right before the handler: what parses bodies loses what was said earlier. */
export function knowActors(server: FastifyInstance): void {
  server.addHook('preHandler', (_request, _reply, done) => { acting.run({ actor: NOBODY }, done); });
}
