/** What every document on paper carries, whatever it is about: `paper.typ` lays it out. */
export interface PaperDocument {
  language: string; title: string;
  organisation: string;
  /** « Données fictives », on the first page and at the foot of each. */
  fictitious: string | null;
  /** At the foot of each page: of which day it is. */
  dated: string;
  pageWord: string;
}
