/** Where the variables of a page are kept from one line to the next, in the home of its lines. */
const VARIABLES = '"$HOME/.variables"';
const ASSIGNED = /(?:^|[\n;]\s*)(?:export\s+)?([A-Za-z_]\w*)=/g;

/**
 * A line as it is given to bash: what it puts in the background is waited for, since it ends by itself here; in a page,
 * it finds the variables that earlier lines have set, as in one terminal.
 * @param isOfPage whether the lines before and after share a home
 */
export function inSession(line: string, isOfPage: boolean): string {
  const whole = /(?<!&)&\s*$/m.test(line) ? `${line}\nwait` : line;
  if (!isOfPage) return whole;
  const names = [...line.matchAll(ASSIGNED)].map((match) => match[1] ?? '');
  const keep = names.length > 0 ? `\ndeclare -p ${names.join(' ')} >> ${VARIABLES} 2> /dev/null` : '';
  return `[[ -f ${VARIABLES} ]] && . ${VARIABLES}\n${whole}${keep}`;
}
