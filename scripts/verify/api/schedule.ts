const CRON_NAME = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|every \S+)$/;
const CRON_FIELD = /^(?:\*|\?|[\dA-Za-z]+(?:-[\dA-Za-z]+)?)(?:\/\d+)?$/;
/** The least and the greatest number of each field of a schedule: minute, hour, day, month, day of the week. */
const CRON_RANGES: readonly (readonly [least: number, greatest: number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
];

/** Whether a text is a schedule of a CronJob: `0 3 * * *`, `@daily`. Source: robfig/cron, its standard parser. */
export function isSchedule(text: string): boolean {
  if (CRON_NAME.test(text)) return true;
  const fields = text
    .replace(/^(?:TZ|CRON_TZ)=\S+\s+/, '')
    .trim()
    .split(/\s+/);
  return (
    fields.length === CRON_RANGES.length &&
    fields.every((field, index) => {
      const [least, greatest] = CRON_RANGES[index] ?? [0, 0];
      return field.split(',').every((part) => {
        const numbers = (part.split('/')[0] ?? '').match(/\d+/g) ?? [];
        return CRON_FIELD.test(part) && numbers.every((one) => Number(one) >= least && Number(one) <= greatest);
      });
    })
  );
}

/** Whether a text is a time zone of the IANA database: `Europe/Paris`. */
export function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
