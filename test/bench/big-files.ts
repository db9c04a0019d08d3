/** Invented posts of one page, until the end of 2024, as Portée CSV, a line at a time: for measuring, never for people. */
export function* bigPorteeCsv(rows: number, years = 9): Generator<string> {
  yield 'channel,network,post_id,published_at,format,paid,followers,reach,reach_organic,reach_paid,reach_followers,views,likes,comments,shares,saves,clicks,text,url,observed_at\n';
  const start = Date.UTC(2025 - years, 0, 1);
  const step = Math.floor((years * 365 * 86_400_000) / rows);
  for (let row = 0; row < rows; row += 1) {
    const publishedAt = new Date(start + row * step).toISOString();
    const reach = 40 + ((row * 7919) % 900);
    yield `La grande page,facebook,${9_000_000_000_000 + row},${publishedAt},photo,${row % 12 === 0 ? 1 : 0},${1500 + Math.floor(row / 1000)},${reach},,,${Math.floor(reach / 2)},${reach * 2},${row % 40},${row % 5},${row % 9},,${row % 13},"Concert de la saison, numéro ${row}",https://example.org/p/${row},2026-11-01T00:00:00Z\n`;
  }
}
