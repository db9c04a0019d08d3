import { hundredBox, hundredPeople, personPath, personTransform } from '@portee/shared';
import { memo, type ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import './hundred-picture.css';

interface HundredProps {
  /** How many are in colour, 0 to 100; null: the network does not say, all are dashed. */
  filled: number | null;
  size: 'large' | 'small';
}

/** A hundred little people, the reached ones in colour, rising like a level. Read aloud as one sentence. */
export const HundredPicture = memo(function HundredPicture({ filled, size }: HundredProps): ReactNode {
  const { t } = useTranslation();
  const label = filled === null ? t('hundred.unknown') : t('hundred', { people: filled });
  return (
    <svg className="hundred" data-size={size} viewBox={`-1 -1 ${String(hundredBox.width + 2)} ${String(hundredBox.height + 2)}`} role="img" aria-label={label}>
      {hundredPeople(filled ?? 'not-measurable').map((person) => (
        <path key={`${String(person.x)} ${String(person.y)}`} data-state={person.state} transform={personTransform(person)} d={personPath(person, size)} />
      ))}
    </svg>
  );
});
