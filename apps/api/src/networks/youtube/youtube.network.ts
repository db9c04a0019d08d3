import type { RegisteredNetwork } from '../core/registered-network.js';
import { YoutubeConnector } from './youtube.connector.js';
import { youtubeDescriptor } from './youtube.descriptor.js';
import { youtubeMessages } from './youtube.messages.js';

export const youtubeNetwork: RegisteredNetwork = { descriptor: youtubeDescriptor, messages: youtubeMessages, exportReaders: [], connector: YoutubeConnector };
