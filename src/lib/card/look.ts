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
  gold: '#f0b429',
  command: '#9dbbff',
  flag: '#8adcae',
  value: '#f3d9b0',
} as const;

/** The name of a colour. */
export type Colour = keyof typeof COLOURS;

/** The colours of a command on the page, which is dark in both themes. */
const TOKENS: Readonly<Record<string, Colour>> = {
  'tok-command': 'command',
  'tok-flag': 'flag',
  'tok-string': 'value',
  'tok-variable': 'value',
  'tok-comment': 'nightSoft',
  'tok-placeholder': 'amberInk',
};

/** The colour of a part of a command by its class in the highlighter: `tokenColour('tok-flag')` → `'flag'`. */
export const tokenColour = (className = ''): Colour => TOKENS[className] ?? 'nightInk';

/** The site's mark as in public/favicon.svg, 32 units wide: each shape, white here, in its colour over another. */
export const MARK: readonly { readonly shape: string; readonly over: Colour; readonly colour: Colour }[] = [
  { shape: `<rect width="32" height="32" rx="7"/>`, over: 'paper', colour: 'blue' },
  { shape: `<rect x="8" y="6" width="16" height="20" rx="1.5"/>`, over: 'blue', colour: 'paper' },
  { shape: '<path d="M11.5 6v20" stroke="#fff" stroke-width="1.6"/>', over: 'paper', colour: 'gold' },
  {
    shape:
      '<path d="M14.5 11.5l3.5 3.5-3.5 3.5M17.5 20.5h3.5" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
    over: 'paper',
    colour: 'blue',
  },
];
