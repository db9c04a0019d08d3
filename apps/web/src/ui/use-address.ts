import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Edit = (address: URLSearchParams) => URLSearchParams;
interface Change { replace?: boolean }

/** What stands in the address, and a way to change it: the page stays where it is scrolled. */
export function useAddress(): [address: URLSearchParams, change: (edit: Edit, how?: Change) => void] {
  const [address, setAddress] = useSearchParams();
  const change = useCallback((edit: Edit, { replace = true }: Change = {}) => {
    // The address is ahead of what is drawn: two presses within one picture must both count.
    setAddress(edit(new URLSearchParams(location.search)), { replace, preventScrollReset: true });
  }, [setAddress]);
  return [address, change];
}

/** An edit that gives a parameter this value, or takes it away: null. */
export function withParameter(name: string, value: string | null): Edit {
  return (address) => {
    if (value === null) address.delete(name);
    else address.set(name, value);
    return address;
  };
}
