import { Controller, Get, Req } from '@nestjs/common';
import { type Network, network } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { Answers } from '../operations/answers.js';
import { requestLanguage } from '../operations/request-language.js';
import { listNetworksIn } from './registry.js';

/** The networks that Portée knows, as data: the web draws everything about them from this. */
@Controller('networks')
export class NetworksController {
  /** Every network: label, icon, kinds of channel, what it gives and what it does not, and since when. */
  @Get()
  @Answers(network.array())
  list(@Req() request: FastifyRequest): readonly Network[] {
    return listNetworksIn(requestLanguage(request));
  }
}
