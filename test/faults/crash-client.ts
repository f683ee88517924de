import http from 'node:http';
import type { CrashResponse } from './crash-response.ts';

export interface Answer {
  status: number;
  body: unknown;
}

/**
 * Hands a response in, as a device would. Undefined where the connection ended before the whole answer was read:
 * a status line alone acknowledges nothing.
 */
export function handIn(
  agent: http.Agent,
  port: number,
  { survey, id, answers, accessCode }: CrashResponse,
): Promise<Answer | undefined> {
  const body = JSON.stringify({ answers, accessCode });
  return new Promise((resolve) => {
    const request = http.request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'PUT',
        path: `/api/surveys/${survey}/responses/${id}`,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('error', () => resolve(undefined));
        answer.on('end', () =>
          resolve(
            answer.complete
              ? { status: answer.statusCode ?? 0, body: JSON.parse(text) }
              : undefined,
          ),
        );
      },
    );
    request.on('error', () => resolve(undefined));
    request.end(body);
  });
}
