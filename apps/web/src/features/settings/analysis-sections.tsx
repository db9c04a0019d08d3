import { may } from '@portee/shared';
import type { ReactNode } from 'react';
import { useAnalysisSettings } from '../../api/analysis.queries.js';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { QueryView } from '../../ui/query-view.js';
import { HolidaysSection } from './holidays-section.js';
import { ShareCallsSection } from './share-calls-section.js';
import './analysis.css';

/** What Portée must be told of a place to compare what compares: seen by all, changed by those who may. */
export function AnalysisSections(): ReactNode {
  const { role } = useCurrentOrganisation();
  const settings = useAnalysisSettings();
  const mayChange = may(role, 'manageAnalysis');
  return (
    <QueryView query={settings}>
      {({ holidays, shareCalls }) => (
        <>
          <HolidaysSection holidays={holidays} mayChange={mayChange} />
          <ShareCallsSection shareCalls={shareCalls} mayChange={mayChange} />
        </>
      )}
    </QueryView>
  );
}
