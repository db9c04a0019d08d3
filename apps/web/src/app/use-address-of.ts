import { useSearchParams } from 'react-router';
import { useCurrentOrganisation } from '../api/current-organisation.js';
import { MONTH_PARAMETER } from '../format/months.js';

/** Address of a page of this organisation. The month goes along to pages that have one. */
export function useAddressOf(): (place: { path: string; hasMonth: boolean }) => string {
  const { slug } = useCurrentOrganisation();
  const [parameters] = useSearchParams();
  const month = parameters.get(MONTH_PARAMETER);
  return ({ path, hasMonth }) => `/o/${slug}${path}${hasMonth && month !== null ? `?${MONTH_PARAMETER}=${month}` : ''}`;
}
