/** What govuk-frontend offers and our components do not, each with the reason. */
export const NOT_OFFERED = {
  attributes: 'only inputs and buttons take them: elsewhere every page would start to differ',
  classes: 'looks are named (kind, size, width), so that a page cannot invent one',
  'empty items': 'a list in TypeScript leaves out what it does not want',
  'no words': 'a label or a legend always says something',
  behaviour: 'a box that unticks the others needs a script',
  conditional: 'a question that appears with a choice needs a script: ask it on the next page',
  disableAutoFocus: 'only means something to a script',
  preventDoubleClick: 'only means something to a script: the server refuses the second press',
  isStartButton: 'that arrow belongs to GOV.UK',
  card: 'our own cards hold a summary list',
  inputWrapper: 'nothing is put around an input but its prefix and suffix',
  titleHtml: 'title takes markup as well as text',
  visuallyHiddenText: 'every error is announced as one',
  'items.label': 'choices have plain labels',
  'items.name': 'boxes under several names are several fields',
} as const satisfies Record<string, string>

export type NotOffered = keyof typeof NOT_OFFERED
