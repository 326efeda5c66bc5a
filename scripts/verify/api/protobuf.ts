// kubectl sends the Pods that `debug` makes in the binary form of the API. The numbers of the fields are those of
// k8s.io/api/core/v1/generated.proto and of k8s.io/apimachinery (Unknown, ObjectMeta).
const MAGIC = 'k8s\0';
const RAW = 2;
const POD = { metadata: 1, spec: 2 };
const META = { name: 1, generateName: 2, namespace: 3 };
const SPEC_CONTAINERS = 2;
const CONTAINER = { name: 1, image: 2 };
const TOKEN_REQUEST = { spec: 2, seconds: 4 };
const LENGTH_DELIMITED = 2;

/** The name and the containers of a Pod in the binary form of the API, as JSON would say them; undefined when it is none. */
export function readPod(body: Buffer): Record<string, unknown> | undefined {
  if (body.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) return undefined;
  const [pod] = fieldsOf(body.subarray(MAGIC.length), RAW);
  const [metadata] = pod ? fieldsOf(pod, POD.metadata) : [];
  const [spec] = pod ? fieldsOf(pod, POD.spec) : [];
  if (!metadata || !spec) return undefined;
  const containers = fieldsOf(spec, SPEC_CONTAINERS).map((one) => ({
    name: textOf(one, CONTAINER.name),
    image: textOf(one, CONTAINER.image),
  }));
  const [name, generateName, namespace] = [META.name, META.generateName, META.namespace].map(
    (field) => textOf(metadata, field) || undefined,
  );
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, generateName, namespace }, spec: { containers } };
}

/** The seconds that a TokenRequest in the binary form asks for (k8s.io/api/authentication/v1); undefined when it does not say. */
export function readTokenSeconds(body: Buffer): number | undefined {
  const [request] = fieldsOf(body.subarray(MAGIC.length), RAW);
  const [spec] = request ? fieldsOf(request, TOKEN_REQUEST.spec) : [];
  return spec && numberOf(spec, TOKEN_REQUEST.seconds);
}

const textOf = (message: Buffer, field: number): string => fieldsOf(message, field)[0]?.toString('utf8') ?? '';

const fieldsOf = (message: Buffer, wanted: number): Buffer[] =>
  [...readMessage(message)].flatMap(([field, value]) => (field === wanted && typeof value !== 'number' ? [value] : []));

const numberOf = (message: Buffer, wanted: number): number | undefined =>
  [...readMessage(message)].flatMap(([field, value]) =>
    field === wanted && typeof value === 'number' ? [value] : [],
  )[0];

/** The fields of a message (protobuf encoding): its numbers, and what has a length; fixed-size ones are passed over. */
function* readMessage(message: Buffer): Generator<[field: number, value: Buffer | number]> {
  let at = 0;
  const readNumber = (): number => {
    let value = 0;
    let factor = 1;
    for (let byte = 128; byte >= 128; at += 1, factor *= 128) {
      byte = message[at] ?? 0;
      value += (byte & 127) * factor;
    }
    return value;
  };
  while (at < message.length) {
    const key = readNumber();
    const type = key & 7;
    if (type === LENGTH_DELIMITED) {
      const length = readNumber();
      yield [key >> 3, message.subarray(at, at + length)];
      at += length;
    } else if (type === 0) yield [key >> 3, readNumber()];
    else at += type === 1 ? 8 : 4;
  }
}
