export const glossary = {
  'glossary.text': 'What each figure means, how it is made, and what it cannot tell. A question mark beside a figure leads here.',
  'glossary.index': 'All words',
};
