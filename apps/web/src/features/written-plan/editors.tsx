import { houseRules, MAX_DUTIES, MAX_PUBLICS, planTextLengths, type KnownPlan, type PlanDocument, type PlanSectionKey } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { TextField } from '../../ui/field.js';
import { TheirsBeside } from './others-notice.js';
import { PairsPart } from './pairs-part.js';
import type { TextPair } from './plan-text.js';
import { TextPart } from './text-part.js';
import type { PlanDesk } from './use-plan-desk.js';

/** What takes the place of the team's text in each section while it is changed. */
export function editorsOf(document: PlanDocument, desk: PlanDesk): (key: PlanSectionKey) => ReactNode {
  const editors: Record<PlanSectionKey, ReactNode> = {
    aims: <Aims desk={desk} hasObjectives={document.known.objectives.length > 0} />, publics: <Publics desk={desk} />, duties: <Duties desk={desk} known={document.known} />,
    rules: <Rules desk={desk} />, review: <Review desk={desk} />, channels: <FromPlan said="writtenPlan.known.channels" />, decided: <FromPlan said="writtenPlan.known.decided" />,
  };
  return (key) => editors[key];
}

function Aims({ desk, hasObjectives }: { desk: PlanDesk; hasObjectives: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextPart field="aims" label={t('writtenPlan.field.aims')} longest={planTextLengths.aims} rows={5} desk={desk} starters={[t('writtenPlan.starter.aims.1'), t('writtenPlan.starter.aims.2'), t('writtenPlan.starter.aims.3')]} />
      {!hasObjectives && <FromPlan said="writtenPlan.known.noObjectives" />}
    </>
  );
}

function Publics({ desk }: { desk: PlanDesk }): ReactNode {
  return <PairsPart field="publics" most={MAX_PUBLICS} longest={{ first: planTextLengths.who, second: planTextLengths.where }} desk={desk} starters={usePairStarters('publics')} />;
}

/** Roles that the plan names already are offered, too. */
function Duties({ desk, known: { appointments, lines } }: { desk: PlanDesk; known: KnownPlan }): ReactNode {
  const { t } = useTranslation();
  const firsts = [...new Set([...appointments, ...lines].flatMap(({ role }) => (role === null ? [] : [role])))].slice(0, MAX_DUTIES);
  return <PairsPart field="duties" most={MAX_DUTIES} longest={{ first: 60, second: planTextLengths.does }} desk={desk} starters={usePairStarters('duties')} named={{ label: t('writtenPlan.duties.named'), firsts }} />;
}

function Rules({ desk }: { desk: PlanDesk }): ReactNode {
  const { t } = useTranslation();
  return houseRules.map((rule) => (
    <TextPart key={rule} field={rule} label={t(`writtenPlan.field.${rule}`)} longest={planTextLengths.rule} rows={3} desk={desk} starters={[t(`writtenPlan.starter.${rule}.1`), t(`writtenPlan.starter.${rule}.2`)]} />
  ));
}

function Review({ desk }: { desk: PlanDesk }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextPart field="rhythm" label={t('writtenPlan.field.rhythm')} longest={planTextLengths.rhythm} rows={2} desk={desk} starters={[t('writtenPlan.starter.rhythm.1')]} />
      <div className="written-part">
        <TextField label={t('writtenPlan.field.revisionDay')} hint={t('writtenPlan.field.revisionDay.hint')} type="date" min="2000-01-01" max="2100-12-31" value={desk.text.revisionDay} onChange={({ target }) => { desk.change({ revisionDay: target.value }); }} />
        <TheirsBeside field="revisionDay" desk={desk} />
      </div>
    </>
  );
}

function FromPlan({ said }: { said: 'writtenPlan.known.channels' | 'writtenPlan.known.decided' | 'writtenPlan.known.noObjectives' }): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return <p className="small quiet">{t(said)} <Link to={`/o/${slug}/plan`}>{t('writtenPlan.known.toPlan')}</Link></p>;
}

function usePairStarters(field: 'publics' | 'duties'): TextPair[] {
  const { t } = useTranslation();
  return ([1, 2, 3] as const).map((number) => ({ first: t(`writtenPlan.starter.${field}.${number}`), second: t(`writtenPlan.starter.${field}.${number}.second`) }));
}
