export * from './contract/account.contract.js';
export * from './contract/channel.contract.js';
export * from './contract/import.contract.js';
export * from './contract/network.contract.js';
export * from './contract/post.contract.js';
export * from './contract/primitives.contract.js';
export * from './contract/reach.contract.js';
export * from './contract/report.contract.js';
