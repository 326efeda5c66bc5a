// The formats of values that no schema says. Source: k8s.io/apimachinery/pkg/util/validation and the CronJob parser.

const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const QUANTITY = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+|[KMGTPE]i|[numkMGTPE])?$/;
const REPOSITORY = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const IMAGE = new RegExp(
  `^(?<registry>(?:[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::\\d+)?|localhost(?::\\d+)?|[A-Za-z0-9-]+:\\d+)/)?` +
    `(?<repository>${REPOSITORY}(?:/${REPOSITORY})*)(?::(?<tag>\\w[\\w.-]{0,127}))?(?<digest>@sha256:[0-9a-f]{64})?$`,
);
const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** Whether a text is a label of DNS (RFC 1123), 63 letters at most: `web-1`. */
export const isDnsLabel = (text: string): boolean => text.length <= 63 && LABEL.test(text);
/** Whether a text is a name of DNS (RFC 1123), 253 letters at most: `web.example`. */
export const isDnsName = (text: string): boolean => text.length <= 253 && SUBDOMAIN.test(text);
/** Whether a text is the name of a port: 15 letters at most, one of them a letter, no `--`. */
export const isPortName = (text: string): boolean =>
  text.length <= 15 && LABEL.test(text) && /[a-z]/.test(text) && !text.includes('--');
/** Whether a number is a port. */
export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535;
/** Whether a text can be the value of a label: empty, or 63 letters at most. */
export const isLabelValue = (text: string): boolean => text === '' || LABEL_NAME.test(text);
/** Whether a text can be the key of a label or an annotation: `app`, `kubernetes.io/os`. */
export function isLabelKey(key: string): boolean {
  const [name = '', prefix, ...more] = key.split('/').reverse();
  return more.length === 0 && LABEL_NAME.test(name) && (prefix === undefined || isDnsName(prefix));
}
/** Whether a value is an amount of a resource: `500m`, `128Mi`, `2`. */
export const isQuantity = (value: unknown): boolean => QUANTITY.test(String(value));
/** The number that a quantity stands for: 134217728 for `128Mi`, 0.1 for `100m`. */
export function amountOf(quantity: unknown): number {
  const [, digits = '', unit = ''] = /^([-+.\d]+(?:[eE][-+]?\d+)?)([A-Za-z]*)$/.exec(String(quantity)) ?? [];
  return Number(digits) * (SUFFIXES[unit] ?? 1);
}
/** Whether a text is a share: `25%`. */
export const isPercentage = (text: string): boolean => /^\d+%$/.test(text);
/** Whether a text is a key of a ConfigMap or a Secret: `reglages.properties`. */
export const isDataKey = (key: string): boolean =>
  key.length <= 253 && /^[-._A-Za-z0-9]+$/.test(key) && !/^\.\.?$/.test(key);
/** Whether a text is base64 as Go reads it: padded, line ends ignored. */
export function isBase64(text: string): boolean {
  const bare = text.replaceAll(/[\r\n]/g, '');
  return bare.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(bare);
}
/** Whether a text is a network in CIDR notation: `10.0.0.0/8`, `fd00::/8`. */
export function isCidr(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/');
  if (more.length > 0 || !/^\d{1,3}$/.test(bits) || !isIp(address)) return false;
  return Number(bits) <= (address.includes(':') ? 128 : 32);
}
/** Whether a text is an IP address. */
export function isIp(text: string): boolean {
  if (text.includes(':')) return /^[0-9a-fA-F:.]{2,45}$/.test(text) && text.split('::').length <= 2;
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);
}

/** The parts of a container image. */
export interface Image {
  /** `registry.k8s.io`, empty when the image does not name one */
  readonly registry: string;
  /** `coredns/coredns` */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly hasDigest: boolean;
}

/** The parts of an image; undefined when no registry would understand it. */
export function readImage(text: string): Image | undefined {
  const groups = IMAGE.exec(text)?.groups;
  if (!groups) return undefined;
  const { registry = '', repository = '', tag, digest } = groups;
  return { registry: registry.slice(0, -1), repository, tag, hasDigest: digest !== undefined };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const CRON_FIELDS: readonly { least: number; most: number; names?: readonly string[]; first?: number }[] = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12, names: MONTHS, first: 1 },
  { least: 0, most: 6, names: DAYS, first: 0 },
];

/** Whether a text is a schedule of a CronJob: five fields, or a macro such as `@daily`. */
export function isSchedule(text: string): boolean {
  if (text.startsWith('@'))
    return /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|every (?:\d+(?:\.\d+)?(?:h|m|s|ms))+)$/.test(
      text,
    );
  const fields = text.trim().split(/\s+/);
  return (
    fields.length === 5 && fields.every((field, index) => field.split(',').every((part) => isCronPart(part, index)))
  );
}

function isCronPart(part: string, index: number): boolean {
  const { least, most, names, first = 0 } = CRON_FIELDS[index] ?? { least: 0, most: 0 };
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === '*' || range === '?') return true;
  const bounds = range.split('-').map((bound) => {
    const named = names?.indexOf(bound.toLowerCase()) ?? -1;
    return named >= 0 ? named + first : /^\d+$/.test(bound) ? Number(bound) : NaN;
  });
  const [from = NaN, to = from] = bounds;
  return bounds.length <= 2 && from >= least && to <= most && from <= to;
}
