/** A comment, what must stay as it is, a tag (whose attributes may hold `>`), or text. */
const TOKEN = /<!--[^]*?-->|<(pre|textarea|script|style)\b[^]*?<\/\1>|<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+/g;
/** What begins or ends a line: a space beside it is never shown. */
const EDGE = new RegExp(
  `^</?(?:!doctype|html|head|body|meta|link|title|script|style|header|footer|nav|main|section|article|aside|div|p|ul|ol|li|dl|dt|dd|h[1-6]|pre|textarea|figure|figcaption|blockquote|table|caption|thead|tbody|tr|t[hd]|details|summary|form|dialog|hr|br|option|carnet-command|carnet-search|g|path|rect|circle|line|poly[a-z]+|ellipse|use|defs|marker|desc)\\b`,
  'i',
);
/** What stands in a line like a letter, with lines of its own inside: a space beside it is shown, at its ends inside not. */
const BOX = /^<\/?(?:svg|text|button|select|img|input|carnet-[a-z]+)\b/;

/**
 * A built page without what only the build needed, and without the spaces that no browser shows: those at the ends of a
 * line and those that follow another. What a `<pre>` holds stays as it is.
 * Written here because each page of each build goes through it: a minifier parses the page again, and takes fifty times as long.
 * @param html a page as Astro writes it: lower-case names, closed elements
 */
export function slimPage(html: string): string {
  const tokens = (html.match(TOKEN) ?? []).filter((token) => !token.startsWith('<!--'));
  return tokens
    .map((token, index) => {
      // An item ends by itself where another begins or its list ends: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
      if (token === '</li>') return /^<li\b|^<\/[uo]l>/.test(tokenAfter(tokens, index)) ? '' : token;
      if (token.startsWith('<')) return slimTag(token);
      let text = token.replace(/[ \n\t\r]+/g, ' ');
      if (text.startsWith(' ') && isAtStart(tokens, index)) text = text.slice(1);
      if (text.endsWith(' ') && isAtEnd(tokens, index)) text = text.slice(0, -1);
      return text;
    })
    .join('');
}

/** The tag that follows a token, spaces aside; empty before a text. */
function tokenAfter(tokens: readonly string[], index: number): string {
  const [token = ''] = tokens.slice(index + 1, index + 3).filter((next) => next.trim() !== '');
  return token.startsWith('<') ? token : '';
}

/** Whether a line begins at a token, or a space stands before it: `<li><a> Pod` and `the <a> Pod`. */
function isAtStart(tokens: readonly string[], index: number): boolean {
  for (let before = index - 1; before >= 0; before--) {
    const token = tokens[before] ?? '';
    if (!token.startsWith('<')) return /[ \n\t\r]$/.test(token);
    if (EDGE.test(token) || (BOX.test(token) && !token.startsWith('</'))) return true;
    if (BOX.test(token) || token.startsWith('</')) return false;
  }
  return true;
}

/** Whether a line ends after a token, or a space comes once its element is closed: `Pod </a></li>` and `Pod </a> is`. */
function isAtEnd(tokens: readonly string[], index: number): boolean {
  for (let after = index + 1; after < tokens.length; after++) {
    const token = tokens[after] ?? '';
    if (!token.startsWith('<')) return /^[ \n\t\r]/.test(token);
    if (EDGE.test(token) || (BOX.test(token) && token.startsWith('</'))) return true;
    if (!token.startsWith('</')) return false;
  }
  return true;
}

/** What the search index was made from has served; an attribute that is there needs no value to be true. */
function slimTag(tag: string): string {
  if (tag.startsWith('<main')) return tag.replace(/ data-search-(?:body|keywords)(?:="[^"]*")?/g, '');
  return tag.replace(/ (data-example|hidden)="true"/g, ' $1');
}
