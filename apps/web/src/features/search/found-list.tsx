import { searchWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../../locales/translation.js';
import type { FoundGroup, FoundThing } from './found-groups.js';
import { MarkedText } from './marked-text.js';

/** What was found, kind by kind. */
export function FoundList({ groups, question }: { groups: readonly FoundGroup[]; question: string }): ReactNode {
  const words = searchWords(question);
  return groups.map((group) => <Group key={group.name} group={group} words={words} />);
}

function Group({ group: { name, total, things, all }, words }: { group: FoundGroup; words: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const id = `found-${name}`;
  const rest = total - things.length;
  return (
    <section className="found" aria-labelledby={id}>
      <h2 id={id}>{t(`search.group.${name}`)} <span className="figures quiet">{total}</span></h2>
      <ul>{things.map((thing) => <Thing key={thing.id} thing={thing} words={words} />)}</ul>
      {rest > 0 && (all === null ? <p className="note quiet">{t('search.rest', { count: rest })}</p> : <p className="note"><Link data-found to={all}>{t('search.allPosts', { total })}</Link></p>)}
    </section>
  );
}

function Thing({ thing: { to, title, facts, note }, words }: { thing: FoundThing; words: readonly string[] }): ReactNode {
  return (
    <li>
      <Link data-found to={to}><MarkedText text={title} words={words} /></Link>
      {note !== null && note !== '' && <p className="note"><MarkedText text={note} words={words} /></p>}
      <small><MarkedText text={facts.filter((fact) => fact !== '').join('\u00A0· ')} words={words} /></small>
    </li>
  );
}
