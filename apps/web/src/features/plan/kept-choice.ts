interface Choice { value: string; label: string }

/**
 * Choices of a list, with what is chosen already where the list does not hold it: it may come late, or not at all, and a form that is saved must not
 * empty what nobody touched. What is chosen stands first, so that choices that come later do not move it.
 */
export function withChosen(choices: readonly Choice[], chosen: Choice | null): Choice[] {
  return chosen === null || choices.some(({ value }) => value === chosen.value) ? [...choices] : [chosen, ...choices];
}
