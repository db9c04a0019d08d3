import { addDays, type WritePlanDocument } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { PlanDocumentService } from '../plan/plan-document.service.js';
import { documentTexts } from './plan-texts.js';
import { at, type StoryLine } from './story-line.js';
import { WithinTransaction } from './within-transaction.js';

/** Days before the end: the plan is written, then adopted by the board; and days after it: it is looked at again. */
const WRITTEN_DAYS = 312;
const ADOPTED_DAYS = 300;
const REVISED_IN_DAYS = 65;

/** The written communication plan of the fictitious team, which its board adopted. */
export async function writeDocument(manager: EntityManager, organisationId: string, story: StoryLine): Promise<void> {
  const revisionDay = addDays(story.lastDay, REVISED_IN_DAYS);
  const adoption = { day: addDays(story.lastDay, -ADOPTED_DAYS), by: documentTexts.adoptedBy };
  const { adoptedBy: _, ...texts } = documentTexts;
  const write = async (day: string, changes: Pick<WritePlanDocument, 'adoption' | 'version'>): Promise<void> => {
    const plans = new PlanDocumentService(new WithinTransaction(manager), () => at(`${day}T20:30`));
    await plans.write({ organisationId, language: 'fr' }, { ...structuredClone(texts), revisionDay, ...changes });
  };
  await write(addDays(story.lastDay, -WRITTEN_DAYS), { adoption: null, version: 0 });
  await write(adoption.day, { adoption, version: 1 });
}
