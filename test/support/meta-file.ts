/** Invented posts of an invented page, as Meta Business Suite exports them: Pacific hours, text dates, bare ids. */
export function metaPostsFile(reaches: readonly number[]): string {
  const header = 'Post ID,Page ID,Page name,Title,Publish time,Permalink,Is crosspost,Is share,Post type,Date,Views,Reach,Reactions,Comments,Shares,Views from Organic posts,Views from Boosted posts,Reach from Organic posts,Reach from Boosted posts';
  const rows = reaches.map((reach, index) => {
    const day = String(index + 3).padStart(2, '0');
    const id = 960_221_266_190_000 + index;
    return `${id},100066300057039,Le Cerisier,"Concert de saison, soirée ${index + 1}",10/${day}/2025 09:30,https://www.facebook.com/lecerisier/posts/${id},0,0,Photos,Lifetime,${reach * 2},${reach},${index + 4},1,${index % 3},${reach * 2},0,${reach},0`;
  });
  return `${[header, ...rows].join('\n')}\n`;
}
