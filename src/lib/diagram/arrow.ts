// cspell:ignore arrow goes through least points two
/** A place in a drawing, in user units: `[x, y]`. */
export type Point = readonly [x: number, y: number];

/** How far a corner of an arrow is rounded, and the two sides of its head. */
const BEND = 8;
const HEAD = { length: 5.5, half: 4 };
/** The tip stops this short of the point, so that its round cap ends on the border of the box there. */
const CAP = 1.2;

const round = (value: number): number => Math.round(value * 10) / 10;
const write = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

/** The point that lies `distance` from `from` on the way to `to`. */
function along(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const part = distance / length;
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}

function drawHead(tip: Point, from: Point): string {
  const neck = along(tip, from, HEAD.length);
  const [dx, dy] = [(tip[0] - neck[0]) / HEAD.length, (tip[1] - neck[1]) / HEAD.length];
  const side = (sign: number): Point => [neck[0] - sign * dy * HEAD.half, neck[1] + sign * dx * HEAD.half];
  return `M${write(side(1))}L${write(tip)} ${write(side(-1))}`;
}

/**
 * The paths of a line through `points`, its corners rounded, and of its open heads, at its end or at both:
 * `drawArrow([[0, 0], [0, 20]])` → `{ line: 'M0 0L0 18.8', heads: 'M-4 13.3L0 18.8 4 13.3' }`. One decimal at most.
 * @throws RangeError when there are fewer than two points
 */
export function drawArrow(
  points: readonly Point[],
  heads: 'end' | 'both' | 'none' = 'end',
): { line: string; heads: string } {
  const [first, second] = points;
  const [beforeLast, last] = points.slice(-2);
  if (!first || !second || !beforeLast || !last) throw new RangeError('An arrow goes through at least two points.');
  const start = heads === 'both' ? along(first, second, CAP) : first;
  const end = heads === 'none' ? last : along(last, beforeLast, CAP);
  const corners = points.slice(1, -1).map((corner, index) => {
    const [before = corner, after = corner] = [points[index], points[index + 2]];
    return `L${write(along(corner, before, BEND))}Q${write(corner)} ${write(along(corner, after, BEND))}`;
  });
  return {
    line: `M${write(start)}${corners.join('')}L${write(end)}`,
    heads: (heads === 'none' ? '' : drawHead(end, beforeLast)) + (heads === 'both' ? drawHead(start, second) : ''),
  };
}
