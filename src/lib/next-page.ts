/**
 * The speculation rules of a site under `base`: a browser that knows them draws the page of a link on which the pointer
 * rests, or that is pressed, before the click; others do without. It keeps from it where memory, battery or bytes are
 * saved. Files are not pages: their addresses do not end with a slash. Source: wicg.github.io/nav-speculation/speculation-rules.html
 */
export function nextPageRules(base: string): string {
  return JSON.stringify({ prerender: [{ where: { href_matches: `${base}*/` }, eagerness: 'moderate' }] });
}
