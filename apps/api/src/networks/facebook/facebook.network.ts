import type { RegisteredNetwork } from '../core/registered-network.js';
import { FacebookConnector } from './facebook.connector.js';
import { facebookDescriptor } from './facebook.descriptor.js';
import { facebookPostsExport } from './facebook.export.js';
import { facebookMessages } from './facebook.messages.js';

export const facebookNetwork: RegisteredNetwork = {
  descriptor: facebookDescriptor, messages: facebookMessages, exportReaders: [facebookPostsExport], connector: FacebookConnector,
};
