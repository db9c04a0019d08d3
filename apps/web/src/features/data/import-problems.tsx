import type { ImportProblem, ImportView } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Segmented } from '../../ui/segmented.js';
import { useToast } from '../../ui/toast.js';
import { writeProblemsCsv } from './problems-csv.js';

const SHOWN_AT_ONCE = 20;
type Shown = 'all' | ImportProblem['severity'];

/** Line by line: what is odd, what became of the line, and the cure. */
export function ImportProblems({ view: { problems, problemsTotal } }: { view: ImportView }): ReactNode {
  const { t } = useTranslation();
  const [shown, show] = useState<Shown>('all');
  const [length, setLength] = useState(SHOWN_AT_ONCE);
  if (problems.length === 0) return null;
  const chosen = shown === 'all' ? problems : problems.filter(({ severity }) => severity === shown);
  const rejected = problems.filter(({ severity }) => severity === 'rejected').length;
  const isMixed = rejected > 0 && rejected < problems.length;
  const choices = [
    { value: 'all', label: t('import.problems.all', { count: problems.length }) },
    { value: 'rejected', label: t('import.problems.rejected', { count: rejected }) },
    { value: 'remark', label: t('import.problems.remark', { count: problems.length - rejected }) },
  ] as const;
  return (
    <section className="import-problems" aria-labelledby="import-problems">
      <h2 id="import-problems">{t('import.problems.title')}</h2>
      {problemsTotal > problems.length && <p className="small quiet">{t('import.problems.first', { shown: problems.length, total: problemsTotal })}</p>}
      {isMixed && <Segmented<Shown> label={t('import.problems.show')} choices={choices} value={shown} onChoose={(value) => { show(value); setLength(SHOWN_AT_ONCE); }} />}
      {/* Two remarks may stand on one line, so the place in the list is part of the key. */}
      <ul className="problem-list">{chosen.slice(0, length).map((problem, place) => <ProblemLine key={`${String(problem.line)} ${problem.reason} ${String(place)}`} problem={problem} />)}</ul>
      <div className="row">
        {chosen.length > length && <Button onClick={() => { setLength(length + SHOWN_AT_ONCE * 5); }}>{t('import.problems.more', { count: chosen.length - length })}</Button>}
        <CopyCsv problems={chosen} />
      </div>
    </section>
  );
}

function ProblemLine({ problem: { line, message, severity } }: { problem: ImportProblem }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      <span className="problem-line">{line === 0 ? t('import.problems.file') : t('import.problems.line', { line: String(line) })}</span>
      <span>{message}{line > 0 && <> <b>{t(severity === 'rejected' ? 'import.problems.isRejected' : 'import.problems.isRemark')}</b></>}</span>
    </li>
  );
}

function CopyCsv({ problems }: { problems: readonly ImportProblem[] }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const copy = (): void => {
    const text = writeProblemsCsv(problems, t);
    navigator.clipboard.writeText(text).then(() => { toast(t('import.problems.copied')); }, () => { toast(t('import.problems.notCopied')); });
  };
  return <Button kind="plain" onClick={copy}>{t('import.problems.copy')}</Button>;
}
