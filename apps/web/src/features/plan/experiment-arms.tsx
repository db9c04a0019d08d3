import type { Experiment } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { NoteSign } from './experiment-note.js';
import { sayProgressOfArms } from './say-experiment.js';

/** Each side with how many of its posts count; under it what became of the others. */
export function ExperimentArms({ experiment }: { experiment: Experiment }): ReactNode {
  const translation = useTranslation();
  return (
    <ul className="experiment-arms">
      {sayProgressOfArms(experiment, translation).map(({ arm, title, facts }) => (
        <li key={arm}>
          <NoteSign arm={arm} state="published" />
          <div><span>{title}</span>{facts.map((fact) => <small key={fact}>{fact}</small>)}</div>
        </li>
      ))}
    </ul>
  );
}
