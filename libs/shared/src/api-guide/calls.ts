/** Whose figures are asked for, and where Portée is reached. */
export interface CallPlace {
  /** Without a stroke at its end. */
  url: string;
  slug: string;
  /** Local days, both included. */
  from: string;
  to: string;
}

export type ApiCall = 'first' | 'reach' | 'csv' | 'spreadsheet' | 'posts' | 'file' | 'signature';

/**
 * The calls that the page on the API shows, ready to paste: `test/api/api-guide.e2e.spec.ts` runs these very texts. The key is never written into one:
 * it stands in the variable `PORTEE_KEY`, but in the spreadsheet, which has none.
 */
export function apiCalls(place: CallPlace): Record<ApiCall, string> {
  const home = `${place.url}/api/v1/organisations/${place.slug}`;
  const span = `from=${place.from}&to=${place.to}`;
  const curl = 'curl --fail-with-body --header "Authorization: Bearer $PORTEE_KEY"';
  return {
    first: `${curl} "${home}"`,
    reach: `${curl} "${home}/insights/reach?${span}"`,
    csv: `${curl} --output posts.csv "${home}/posts.csv?${span}"`,
    file: `${curl} --form file=@octobre.csv "${home}/imports"`,
    spreadsheet: spreadsheet(`${home}/posts.csv?${span}`),
    posts: posts(home, span),
    signature: SIGNATURE,
  };
}

/** Whether a message comes from Portée, and just now: Standard Webhooks, in Python 3. */
const SIGNATURE = `import base64, hashlib, hmac, os, time

def is_from_portee(headers, body):
    key = base64.b64decode(os.environ["PORTEE_SECRET"].removeprefix("whsec_"))
    signed = (headers["webhook-id"] + "." + headers["webhook-timestamp"] + ".").encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    is_fresh = abs(time.time() - int(headers["webhook-timestamp"])) < 300
    return is_fresh and any(hmac.compare_digest(expected, one) for one in headers["webhook-signature"].split(" "))`;

/** Power Query of Excel: Data, Get Data, Blank Query, Advanced Editor. */
function spreadsheet(address: string): string {
  return `let
  Answer = Web.Contents("${address}", [Headers = [Authorization = "Bearer portee_…"]]),
  Table = Csv.Document(Answer, [Delimiter = ",", Encoding = 65001]),
  Posts = Table.PromoteHeaders(Table)
in
  Posts`;
}

/** Python 3, with nothing to install. */
function posts(home: string, span: string): string {
  return `import json, os, urllib.parse, urllib.request

def ask(path, **wanted):
    address = "${home}" + path + "?" + urllib.parse.urlencode(wanted)
    request = urllib.request.Request(address, headers={"Authorization": "Bearer " + os.environ["PORTEE_KEY"]})
    return json.load(urllib.request.urlopen(request))

days = dict(urllib.parse.parse_qsl("${span}"))
cursor = None
while True:
    page = ask("/posts", **days, **({"cursor": cursor} if cursor else {}))
    for post in page["items"]:
        reach = "unknown" if post["reach"] is None else post["reach"]
        print(post["localDay"], post["format"], reach, sep="\\t")
    cursor = page["nextCursor"]
    if cursor is None:
        break`;
}
