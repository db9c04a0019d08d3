export const glossary = {
  'glossary.text': 'Wat elk cijfer betekent, hoe het gemaakt wordt, en wat het niet kan zeggen. Een vraagteken naast een cijfer leidt hierheen.',
  'glossary.index': 'Alle woorden',
};
