import type { NetworkMessages } from '../core/network-messages.js';
import { en } from './messages/en.js';
import { fr } from './messages/fr.js';
import { nl } from './messages/nl.js';

export const blueskyMessages: NetworkMessages = { fr, en, nl };
