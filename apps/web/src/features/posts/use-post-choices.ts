import { useAddress } from '../../ui/use-address.js';
import { readChoices, writeChoices, type PostChoices } from './post-choices.js';

interface ChoicesInAddress { choices: PostChoices; choose: (changed: Partial<PostChoices>) => void }

/** The choices of the address, and the way to change some of them. Going back takes a choice back. */
export function usePostChoices(): ChoicesInAddress {
  const [address, change] = useAddress();
  const choose = (changed: Partial<PostChoices>): void => { change((current) => writeChoices({ ...readChoices(current), ...changed }, current), { replace: false }); };
  return { choices: readChoices(address), choose };
}
