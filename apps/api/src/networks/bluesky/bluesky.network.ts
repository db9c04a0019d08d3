import type { RegisteredNetwork } from '../core/registered-network.js';
import { BlueskyConnector } from './bluesky.connector.js';
import { blueskyDescriptor } from './bluesky.descriptor.js';
import { blueskyMessages } from './bluesky.messages.js';

export const blueskyNetwork: RegisteredNetwork = { descriptor: blueskyDescriptor, messages: blueskyMessages, exportReaders: [], connector: BlueskyConnector };
