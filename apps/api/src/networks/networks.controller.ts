import { Controller, Get } from '@nestjs/common';
import { type NetworkDescriptor, networkDescriptor } from '@portee/shared';
import { Answers } from '../operations/answers.js';
import { listNetworks } from './registry.js';

/** The networks that Portée knows, as data: the web draws everything about them from this. */
@Controller('networks')
export class NetworksController {
  /** Every network: label, icon, kinds of channel, what it gives and what it does not, and since when. */
  @Get()
  @Answers(networkDescriptor.array())
  list(): readonly NetworkDescriptor[] {
    return listNetworks();
  }
}
