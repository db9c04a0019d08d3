import type { firstRun as french } from '../fr/first-run.js';

export const firstRun: Record<keyof typeof french, string> = {
  'firstRun.title': 'Welkom. We beginnen met jullie centrum.',
  'firstRun.intro': 'Portée zegt hoeveel mensen echt zien wat jullie publiceren. Alles blijft op deze machine.',
  'firstRun.step': 'Stap {step} van 2',
  'firstRun.organisation': 'Naam van het centrum of de vereniging',
  'firstRun.timeZone': 'Tijdzone',
  'firstRun.timeZone.hint': 'De uren van jullie berichten worden in deze zone gelezen.',
  'firstRun.name': 'Je naam',
  'firstRun.email': 'E-mailadres',
  'firstRun.email.hint': 'Hiermee meld je je aan. Er wordt niets naartoe gestuurd.',
  'firstRun.password': 'Wachtwoord',
  'firstRun.password.hint': 'Minstens 10 tekens. Een korte zin is makkelijk te onthouden.',
  'firstRun.password.short': 'Dit wachtwoord telt minder dan 10 tekens. Voeg een woord of twee toe.',
  'firstRun.code': 'Installatiecode',
  'firstRun.code.hint': 'Ze staat in de terminal waarin Portée gestart is.',
  'firstRun.act': 'Account aanmaken',

  'firstSteps.title': 'Het account is klaar. Waar begin je?',
  'firstSteps.file.title': 'Met jullie eigen cijfers',
  'firstSteps.file.text': 'Een bestand uit Meta Business Suite, een rekenblad of het open formaat van Portée. Twee minuten werk, en niets verlaat deze machine.',
  'firstSteps.file.act': 'Een bestand importeren',
  'firstSteps.demo.title': 'Met een verzonnen centrum',
  'firstSteps.demo.text': 'Vijf kanalen, achttien maanden, om te zien hoe alles eruitziet. Elke pagina zegt dat de gegevens fictief zijn; ze zijn weg te halen zonder een spoor.',
  'firstSteps.demo.act': 'De demonstratie bekijken',
  'firstSteps.demo.busy': 'De demonstratie wordt klaargezet, hoogstens een minuut.',
};
