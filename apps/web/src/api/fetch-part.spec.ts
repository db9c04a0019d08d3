import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchPart } from './fetch-part.js';

const events = new EventTarget();
vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
const network = (isOnline: boolean): void => {
  vi.stubGlobal('navigator', { onLine: isOnline });
  if (isOnline) events.dispatchEvent(new Event('online'));
};
afterEach(() => { network(true); });

describe('a part of the program', () => {
  it('is not asked for before there is a network', async () => {
    network(false);
    const asked = vi.fn(() => Promise.resolve('page'));
    const part = fetchPart(asked);
    expect(asked).not.toHaveBeenCalled();
    network(true);
    expect(await part).toBe('page');
    expect(asked).toHaveBeenCalledOnce();
  });

  it('is asked for again where the network went meanwhile', async () => {
    let tries = 0;
    const part = fetchPart(() => {
      tries += 1;
      if (tries > 1) return Promise.resolve('page');
      network(false);
      return Promise.reject(new TypeError('cut'));
    });
    await vi.waitFor(() => { expect(tries).toBe(1); });
    await Promise.resolve();
    network(true);
    expect(await part).toBe('page');
  });

  it('breaks where there is a network and it is not to be had', async () => {
    await expect(fetchPart(() => Promise.reject(new TypeError('gone')))).rejects.toThrow('gone');
  });
});
