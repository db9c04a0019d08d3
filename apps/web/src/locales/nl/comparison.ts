import type { comparison as french } from '../fr/comparison.js';

export const comparison: Record<keyof typeof french, string> = {
  'comparison.title': 'Vergelijking tussen centra',
  'comparison.text': 'Centra van deze installatie die dat willen, worden vergeleken zonder naam. Het jouwe hoort daar pas bij als je akkoord gaat.',
  'comparison.gives': 'Je geeft, voor elke maand en elk netwerk: hoeveel mensen een typisch bericht bereikt per 100 volgers. Niets anders: geen naam, geen bericht, geen aantal volgers.',
  'comparison.receives': 'Je krijgt, in het rapport van een voorbije maand: de middelste waarde van de centra, de twee waarden waartussen de helft zich bevindt, en hoeveel het er zijn. Ze worden alleen getoond als er minstens vijf andere centra zijn.',
  'comparison.stays': 'Elke maand wordt één keer berekend en verandert daarna niet meer. Als je stopt, geeft je centrum niets meer; maanden die al berekend zijn blijven, zonder namen.',
  'comparison.agree': 'Meedoen aan de vergelijking',
  'comparison.agreed': 'Je centrum doet mee.',
  'comparison.notAgreed': 'Je centrum doet niet mee.',
  'comparison.leave': 'Niet meer meedoen',
  'comparison.joined': 'Je centrum doet mee vanaf de volgende berekening.',
  'comparison.left': 'Je centrum doet niet meer mee.',
  'comparison.sentence': 'Op {network} bereikt een typisch bericht van jullie {own, number} mensen per 100 volgers; van {centres, number} centra, het jouwe inbegrepen, is de middelste waarde {middle, number}, en de helft van de centra ligt tussen {low, number} en {high, number}.',
  'comparison.explained': 'Dit zijn de centra van deze installatie die akkoord gingen, zonder hun naam, met minstens vijf berichten in die maand die niet gesponsord waren, of waarvan dat niet bekend is. Eén keer berekend. Centra verschillen in grootte en publiek: dit is geen rangschikking.',
};
