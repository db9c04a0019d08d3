import { useSearchParams } from 'react-router';
import { readChoices, writeChoices, type PostChoices } from './post-choices.js';

interface ChoicesInAddress { choices: PostChoices; choose: (changed: Partial<PostChoices>) => void }

/** The choices of the address, and the way to change some of them. Going back takes a choice back. */
export function usePostChoices(): ChoicesInAddress {
  const [address, setAddress] = useSearchParams();
  const choices = readChoices(address);
  return { choices, choose: (changed) => { setAddress(writeChoices({ ...choices, ...changed }, address), { preventScrollReset: true }); } };
}
