// Apart from the other choices: the first page needs these alone, and what stands in a file with them comes with them.

/** In an organisation, from the strongest to the weakest. */
export const roles = ['owner', 'coordinator', 'contributor', 'reader'] as const;
