/** A style as Satori reads it. */
export type Style = Readonly<Record<string, string | number>>;

/** The light theme's tokens: a card has no theme. */
export const COLOURS = {
  paper: '#fbfaf7',
  ink: '#1b2333',
  soft: '#465067',
  blue: '#1c479f',
  night: '#131a2a',
  nightInk: '#e6ebf5',
  nightSoft: '#b9c4dd',
  amber: '#4d3d0c',
  amberInk: '#ffdf8a',
  red: '#8f1a13',
};

/** The colours of a command on the page, which is dark in both themes. */
export const TOKENS: Readonly<Record<string, Style>> = {
  'tok-command': { color: '#9dbbff', fontWeight: 600 },
  'tok-flag': { color: '#8adcae' },
  'tok-string': { color: '#f3d9b0' },
  'tok-variable': { color: '#f3d9b0' },
  'tok-comment': { color: COLOURS.nightSoft },
  'tok-placeholder': { background: COLOURS.amber, color: COLOURS.amberInk, borderRadius: 8 },
};

/** The site's mark, as in public/favicon.svg. */
export const MARK = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="52" height="52"><rect width="32" height="32" rx="7" fill="#1c479f"/><rect x="8" y="6" width="16" height="20" rx="1.5" fill="#fbfaf7"/><path d="M11.5 6v20" stroke="#f0b429" stroke-width="1.6"/><path d="M14.5 11.5l3.500 3.5-3.5 3.5M17.5 20.5h3.5" fill="none" stroke="#1c479f" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>',
).toString('base64')}`;
