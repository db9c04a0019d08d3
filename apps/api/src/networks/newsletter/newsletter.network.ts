import type { RegisteredNetwork } from '../core/registered-network.js';
import { newsletterDescriptor } from './newsletter.descriptor.js';
import { newsletterMessages } from './newsletter.messages.js';

export const newsletterNetwork: RegisteredNetwork = { descriptor: newsletterDescriptor, messages: newsletterMessages, exportReaders: [], connector: null };
