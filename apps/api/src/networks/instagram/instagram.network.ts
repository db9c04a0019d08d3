import type { RegisteredNetwork } from '../core/registered-network.js';
import { InstagramConnector } from './instagram.connector.js';
import { instagramDescriptor } from './instagram.descriptor.js';
import { instagramPostsExport } from './instagram.export.js';
import { instagramMessages } from './instagram.messages.js';

export const instagramNetwork: RegisteredNetwork = {
  descriptor: instagramDescriptor, messages: instagramMessages, exportReaders: [instagramPostsExport], connector: InstagramConnector,
};
