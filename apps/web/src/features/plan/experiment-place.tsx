import { addDays, type Experiment, type PlacedPost, type PlacePost } from '@portee/shared';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { usePlaceForExperiment } from '../../api/experiments.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { showRefused, TextField } from '../../ui/field.js';
import { NoteSign } from './experiment-note.js';
import { FormFailure } from '../../ui/form-failure.js';
import { readSaid, SaidFields, textOf } from './said-fields.js';
import { sayArms, sayDrawn } from './say-experiment.js';

interface PlaceDialogProps { experiment: Experiment | null; roles: readonly string[]; onClose: () => void }

/** « Publier pour cet essai » : a subject and a day, and then what the draw makes of them. */
export function PlaceDialog({ experiment, roles, onClose }: PlaceDialogProps): ReactNode {
  const { t } = useTranslation();
  return <Dialog title={t('experiment.post')} isOpen={experiment !== null} onClose={onClose}>{experiment !== null && <Place experiment={experiment} roles={roles} onClose={onClose} />}</Dialog>;
}

type PlaceProps = PlaceDialogProps & { experiment: Experiment };

function Place({ experiment, roles, onClose }: PlaceProps): ReactNode {
  const [placed, setPlaced] = useState<PlacedPost | null>(null);
  if (placed !== null) return <Drawn experiment={experiment} placed={placed} onAgain={() => { setPlaced(null); }} onClose={onClose} />;
  return <PlaceForm experiment={experiment} roles={roles} onClose={onClose} onPlaced={setPlaced} />;
}

type Missing = 'title' | 'day' | 'time';

function PlaceForm({ experiment, roles, onClose, onPlaced }: PlaceProps & { onPlaced: (placed: PlacedPost) => void }): ReactNode {
  const { t, write, locale } = useTranslation();
  const { today } = useCurrentOrganisation();
  const place = usePlaceForExperiment(experiment.id);
  const [missing, setMissing] = useState<Missing | null>(null);
  const { dimension, startsDay, lastDay } = experiment;
  const first = startsDay > today ? startsDay : addDays(today, 1);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const post = readNew(new FormData(event.currentTarget));
    const wanting = missingOf(post, { first, lastDay });
    showRefused(event.currentTarget, () => { setMissing(wanting); });
    if (wanting === null) place.mutate(post, { onSuccess: onPlaced });
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <FormFailure error={place.error} />
      <p>{t('experiment.place.text', sayArms(experiment, locale))} <span className="quiet">{t(dimension === 'format' ? 'experiment.place.pairOfWeek' : 'experiment.place.pair')}</span></p>
      <TextField label={t('calendar.field.postTitle')} name="title" maxLength={120} autoComplete="off" refusal={missing === 'title' ? t('calendar.missing.title') : undefined} />
      <div className="plan-days">
        <TextField
          label={t('calendar.field.day')} name="day" type="date" min={first} max={lastDay} defaultValue={first} hint={dimension === 'weekday' ? t('experiment.place.weekday') : undefined}
          refusal={missing === 'day' ? t('experiment.place.day.missing', { from: write.longDay(first), to: write.longDay(lastDay) }) : undefined}
        />
        <TextField label={t('calendar.field.time')} name="time" type="time" defaultValue="18:00" hint={dimension === 'hour_band' ? t('experiment.place.hour_band') : undefined} refusal={missing === 'time' ? t('calendar.missing.time') : undefined} />
      </div>
      <SaidFields said={null} nowOf={() => undefined} roles={roles} isFormatDrawn={dimension === 'format'} />
      <div className="row">
        <Button kind="act" type="submit" isBusy={place.isPending}>{t('experiment.place.do')}</Button>
        <Button kind="plain" onClick={onClose}>{t('plan.cancel')}</Button>
      </div>
    </form>
  );
}

type NewPost = Extract<PlacePost, { from: 'new' }>;

function readNew(fields: FormData): NewPost {
  return { from: 'new', title: textOf(fields, 'title'), day: textOf(fields, 'day'), time: textOf(fields, 'time'), ...readSaid(fields) };
}

/** The first field that says too little. */
function missingOf({ title, day, time }: NewPost, { first, lastDay }: { first: string; lastDay: string }): Missing | null {
  if (title === '') return 'title';
  if (day < first || day > lastDay) return 'day';
  return time === '' ? 'time' : null;
}

interface DrawnProps { experiment: Experiment; placed: PlacedPost; onAgain: () => void; onClose: () => void }

/** What the draw said, read aloud as it comes, and how the post stands. */
function Drawn({ experiment, placed: { slot, post }, onAgain, onClose }: DrawnProps): ReactNode {
  const { t, write, locale } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.focus(); }, []);
  const isWords = experiment.dimension === 'share_oriented' || experiment.dimension === 'rendezvous';
  return (
    <div ref={box} tabIndex={-1} className="experiment-drawn">
      <p className="experiment-said">{slot.arm !== null && <NoteSign arm={slot.arm} />}{t('experiment.place.drawn', { drawn: sayDrawn(experiment, slot.drawn, locale) })}</p>
      <p>{t('experiment.place.planned', { title: post.title, day: write.weekday(post.day), time: write.time(post.time) })}{isWords && <> {t('experiment.place.words')}</>}</p>
      <div className="row">
        <Button kind="act" onClick={onAgain}>{t('experiment.place.again')}</Button>
        <Button onClick={onClose}>{t('experiment.place.close')}</Button>
      </div>
    </div>
  );
}
