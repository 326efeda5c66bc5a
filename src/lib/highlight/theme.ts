import type { ThemeRegistration } from 'shiki';

/**
 * The class of each kind of token. Shiki only knows colours, so each class gets a colour that stands for it;
 * the highlighter turns it back into the class. Real colours are in `styles/code.css`, for both themes.
 */
const SCOPES_BY_CLASS = {
  'tok-command': ['entity.name.command'],
  'tok-resource': ['entity.name.resource'],
  'tok-flag': ['entity.other.flag', 'keyword.operator.separator'],
  'tok-placeholder': ['variable.parameter.placeholder'],
  'tok-string': ['string', 'constant.other.date', 'constant.other.timestamp'],
  'tok-variable': ['variable.other'],
  'tok-operator': ['keyword.operator.shell', 'constant.character.escape'],
  'tok-comment': ['comment'],
  'tok-key': ['entity.name.tag', 'support.type.property-name'],
  'tok-number': ['constant.numeric', 'constant.language'],
} as const;

const PLAIN = '#000000';
const classes = Object.keys(SCOPES_BY_CLASS);
const colourOf = (index: number): string => `#0000${(index + 1).toString(16).padStart(2, '0')}`;

/** The theme given to Shiki. */
export const tokenTheme: ThemeRegistration = {
  name: 'carnet',
  type: 'light',
  fg: PLAIN,
  bg: '#ffffff',
  settings: Object.values(SCOPES_BY_CLASS).map((scope, index) => ({
    scope: [...scope],
    settings: { foreground: colourOf(index) },
  })),
};

/** The class a colour of {@link tokenTheme} stands for: `classOf('#000001')` → `'tok-command'`; undefined for plain text. */
export function classOf(colour: string | undefined): string | undefined {
  return classes.find((_, index) => colourOf(index) === colour?.toLowerCase());
}
