/** Route setting of what can be guessed: so many tries a minute from one address, then wait. Never locks anybody out. */
export const FEW_TRIES = { rateLimit: { max: 20, timeWindow: '1 minute' } };
