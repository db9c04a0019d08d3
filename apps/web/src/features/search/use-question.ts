import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

const PARAMETER = 'q';
/** Whoever types is not answered at every letter. */
const REST_MS = 250;

interface Question {
  /** What stands in the field. */
  typed: string;
  /** What is looked for, and stands in the address. */
  asked: string;
  type: (text: string) => void;
  /** Looks at once. */
  ask: () => void;
}

/** The question of the address, `?q=jazz`, and the one being typed: they meet once the typing rests. Going back brings the one before. */
export function useQuestion(): Question {
  const [parameters, setParameters] = useSearchParams();
  const asked = (parameters.get(PARAMETER) ?? '').trim();
  const [typed, setTyped] = useState(asked);
  const [known, setKnown] = useState(asked);
  const [sent, setSent] = useState(asked);
  if (known !== asked) {
    setKnown(asked);
    // What was sent from here comes back late: somebody may have gone on typing meanwhile.
    if (asked !== sent) setTyped(asked);
  }
  const ask = (): void => {
    setSent(typed.trim());
    if (typed.trim() !== asked) setParameters(typed.trim() === '' ? {} : { [PARAMETER]: typed.trim() }, { replace: true });
  };
  useEffect(() => {
    const timer = setTimeout(ask, REST_MS);
    return () => { clearTimeout(timer); };
    // oxlint-disable-next-line react/exhaustive-deps -- the time begins anew with each letter, not with each drawing
  }, [typed]);
  return { typed, asked, type: setTyped, ask };
}
