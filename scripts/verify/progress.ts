/**
 * Says on the error output how far a check is: on one line of a terminal, every hundred commands in a log.
 * @param what `'kubectl 1.36.3'`
 * @returns to be called with how many are done
 */
export function showProgress(what: string, total: number): (done: number) => void {
  const isTerminal = process.stderr.isTTY;
  return (done) => {
    if (isTerminal) process.stderr.write(`\r${what}: ${done} / ${total}${done === total ? '\n' : ''}`);
    else if (done % 100 === 0 || done === total) process.stderr.write(`${what}: ${done} / ${total}\n`);
  };
}
