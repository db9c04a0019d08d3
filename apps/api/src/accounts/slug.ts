const MAX_LENGTH = 60;

/** A name as it stands in an address: "Le Centre Culturel d’Œdelem" gives "le-centre-culturel-d-oedelem". */
export function slugFrom(name: string): string {
  const plain = name.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}+/gu, '');
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, MAX_LENGTH).replace(/^-+|-+$/g, '');
  return slug === '' ? 'organisation' : slug;
}
