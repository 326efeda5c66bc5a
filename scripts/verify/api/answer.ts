/** What the stand-in answers: a status and a body. */
export interface Answer {
  readonly code: number;
  readonly body: unknown;
  readonly contentType?: string;
}

/** An object or a list. */
export const ok = (body: unknown, code = 200): Answer => ({ code, body });

/** A refusal in the API's form: kubectl prints `Error from server (<reason>): <message>`. */
export const refusal = (code: number, reason: string, message: string, details?: unknown): Answer => ({
  code,
  body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', reason, message, details, code },
});
