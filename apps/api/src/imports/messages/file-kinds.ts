import type { Locale } from '@portee/shared';

const kinds: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'png': { fr: 'une image', en: 'an image', nl: 'een afbeelding' },
  'jpeg': { fr: 'une image', en: 'an image', nl: 'een afbeelding' },
  'gif': { fr: 'une image', en: 'an image', nl: 'een afbeelding' },
  'webp': { fr: 'une image', en: 'an image', nl: 'een afbeelding' },
  'pdf': { fr: 'un document PDF', en: 'a PDF document', nl: 'een pdf-document' },
  'zip': { fr: 'une archive ZIP', en: 'a ZIP archive', nl: 'een zip-archief' },
  'gzip': { fr: 'une archive compressée', en: 'a compressed archive', nl: 'een gecomprimeerd archief' },
  'rar': { fr: 'une archive RAR', en: 'a RAR archive', nl: 'een rar-archief' },
  '7z': { fr: 'une archive 7-Zip', en: 'a 7-Zip archive', nl: 'een 7-Zip-archief' },
  'office': { fr: 'un document bureautique', en: 'an office document', nl: 'een kantoordocument' },
  'video': { fr: 'une vidéo', en: 'a video', nl: 'een video' },
  'database': { fr: 'une base de données', en: 'a database', nl: 'een databank' },
  'program': { fr: 'un programme', en: 'a program', nl: 'een programma' },
  'html': { fr: 'une page web', en: 'a web page', nl: 'een webpagina' },
  'xml': { fr: 'un fichier XML', en: 'an XML file', nl: 'een XML-bestand' },
  'json': { fr: 'un fichier JSON', en: 'a JSON file', nl: 'een JSON-bestand' },
  'binary': { fr: 'des données qui ne sont pas du texte', en: 'data that is not text', nl: 'gegevens die geen tekst zijn' },
};

/** What a file looks like, in words; the word itself where we have none. */
export function fileKind(kind: string, locale: Locale): string {
  return kinds[kind]?.[locale] ?? kind;
}
