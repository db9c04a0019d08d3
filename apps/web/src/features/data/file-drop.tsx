import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { FormRefusal } from '../../ui/form-refusal.js';

interface FileDropProps {
  file: File | null;
  onChoose: (file: File) => void;
  isMissing: boolean;
}

/**
 * A place to drop a file. Under it lies the browser's own file field: the same thing for a keyboard, a screen reader and a
 * hand that cannot drag.
 */
export function FileDrop({ file, onChoose, isMissing }: FileDropProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isOneOfSeveral, setOneOfSeveral] = useState(false);
  const take = (files: FileList | null): void => {
    const [first, second] = Array.from(files ?? []);
    setOneOfSeveral(second !== undefined);
    if (first !== undefined) onChoose(first);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className="file-drop" data-over={isOver}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={(event) => { if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false); }}
      onDrop={onDrop}
    >
      <p className="file-drop-title" aria-hidden="true">{t('import.drop')}</p>
      <p className="small quiet" aria-hidden="true">{t('import.drop.or')}</p>
      <input ref={input} id={id} type="file" accept=".csv,.tsv,.txt,.xlsx,.xls,text/csv" aria-describedby={`${id}-types ${id}-chosen`} onChange={(event) => { take(event.target.files); }} />
      <label className="button" data-kind={file === null ? 'act' : 'ordinary'} htmlFor={id}>{t(file === null ? 'import.choose' : 'import.chooseOther')}</label>
      <p className="small quiet" id={`${id}-types`}>{t('import.drop.types')}</p>
      <div id={`${id}-chosen`} role="status">
        {file !== null && <p className="file-chosen">{t('import.file.chosen', { name: file.name, size: saySize(file.size, t) })}</p>}
        {file !== null && isOneOfSeveral && <p className="note">{t('import.drop.several', { name: file.name })}</p>}
      </div>
      {isMissing && file === null && <FormRefusal>{t('import.file.missing')}</FormRefusal>}
    </div>
  );
}

/** Whole kilobytes up to a megabyte, then one decimal; never "0". */
function saySize(bytes: number, t: Translation['t']): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000 ? t('import.size.kilo', { size: kilobytes }) : t('import.size.mega', { size: Math.round(kilobytes / 100) / 10 });
}
