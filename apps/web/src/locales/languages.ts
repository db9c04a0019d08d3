import type { Locale } from '@portee/shared';

/** Each language in its own name: whoever looks for theirs cannot read the others. */
export const languages: readonly { value: Locale; label: string }[] = [{ value: 'fr', label: 'Français' }, { value: 'en', label: 'English' }, { value: 'nl', label: 'Nederlands' }];
