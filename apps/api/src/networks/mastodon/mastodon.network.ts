import type { RegisteredNetwork } from '../core/registered-network.js';
import { MastodonConnector } from './mastodon.connector.js';
import { mastodonDescriptor } from './mastodon.descriptor.js';
import { mastodonMessages } from './mastodon.messages.js';

export const mastodonNetwork: RegisteredNetwork = { descriptor: mastodonDescriptor, messages: mastodonMessages, exportReaders: [], connector: MastodonConnector };
