import { CONNECTION_RETURN_PATH } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import type { Environment } from '../config/env.js';

/** The exact address to which networks send people back: by the installation's public address, else by the one the browser used. */
export function redirectAddress({ publicUrl }: Pick<Environment, 'publicUrl'>, request: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return `${publicUrl ?? `${request.protocol}://${request.host}`}${CONNECTION_RETURN_PATH}`;
}
