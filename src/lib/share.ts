/** What is shared: an example, or a section when there is no command. */
export interface Shared {
  /** The task or the heading: `Annuler la dernière mise à jour d’un Deployment`. */
  readonly title: string;
  readonly command?: string | undefined;
  /** Absolute, with its anchor. */
  readonly address: string;
}

/**
 * One line for a chat: `tâche : commande — adresse`. The spaces are ordinary ones, because a no-break space pasted into a
 * terminal with the command would break it.
 */
export function toText({ title, command, address }: Shared): string {
  return command ? `${title} : ${command} — ${address}` : `${title} — ${address}`;
}

/**
 * Markdown for GitLab, GitHub or Slack: the task as a link, the command as a fenced `sh` block whose fence is longer than
 * any run of backticks in it. Source: GitHub Flavored Markdown, 4.5 Fenced code blocks and 2.4 Backslash escapes.
 */
export function toMarkdown({ title, command, address }: Shared): string {
  const link = `[${title.replace(/[\\`*_[\]<>~|]/g, '\\$&')}](${address.replace(/[()]/g, (character) => (character === '(' ? '%28' : '%29'))})`;
  if (!command) return link;
  const longest = Math.max(2, ...(command.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${link}\n\n${fence}sh\n${command}\n${fence}\n`;
}
