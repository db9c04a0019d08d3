import { CONNECTION_RETURN_PATH } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import type { Environment } from '../config/env.js';
import { ownAddress } from '../operations/own-address.js';

/** The exact address to which networks send people back: by the installation's public address, else by the one the browser used. */
export function redirectAddress({ publicUrl }: Pick<Environment, 'publicUrl'>, request: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return `${ownAddress(publicUrl, request)}${CONNECTION_RETURN_PATH}`;
}
