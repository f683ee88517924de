import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startScript } from '../support/run-script.ts';
import { type Answer, handIn } from './crash-client.ts';
import type { CrashResponse } from './crash-response.ts';

/** When the server is killed: so many milliseconds after so many answers were read over these connections. */
export interface Death {
  connections: number;
  afterAnswers: number;
  ms: number;
}

export interface Life {
  signal: NodeJS.Signals | null;
  /** What the server said beside where it listens, and a connection that it let go before it was killed. */
  complaints: string;
  answered: { response: CrashResponse; answer: Answer }[];
  /** Sent, and the whole answer was never read. */
  unheard: CrashResponse[];
}

/** Starts the server, hands in over many connections what `next` gives, and kills it; at the latest when nothing is left. */
export async function liveAndDie(
  server: string,
  env: Record<string, string>,
  next: () => CrashResponse | undefined,
  death: Death,
): Promise<Life> {
  const settings = { PORT: '0', EXAMPLE: 'off', ADMIN_PASSWORD: 'never used', LOG_LEVEL: 'error' };
  const child = startScript(server, [], { ...env, ...settings });
  const closed = once(child, 'close');
  try {
    const said = await listening(child);
    const agent = new http.Agent({ keepAlive: true, maxSockets: death.connections });
    const life: Life = { signal: null, complaints: '', answered: [], unheard: [] };
    let dying = false;
    const kill = () => {
      dying = true;
      child.kill('SIGKILL');
    };
    const dieInTime = async () => {
      if (life.answered.length !== death.afterAnswers) return;
      await sleep(death.ms);
      kill();
    };
    const connection = async () => {
      for (let response = next(); response !== undefined; response = dying ? undefined : next()) {
        const answer = await handIn(agent, said.port, response);
        if (answer === undefined) {
          life.unheard.push(response);
          if (!dying) life.complaints += `${response.id} got no answer\n`;
          return;
        }
        life.answered.push({ response, answer });
        void dieInTime();
      }
    };
    void dieInTime();
    await Promise.all(Array.from({ length: death.connections }, connection));
    kill();
    [, life.signal] = await closed;
    agent.destroy();
    life.complaints += said.beside();
    return life;
  } finally {
    child.kill('SIGKILL');
  }
}

/** Waits until the server says where it listens. */
async function listening(child: ChildProcess): Promise<{ port: number; beside(): string }> {
  let printed = '';
  let wrong = '';
  child.stderr?.on('data', (chunk) => {
    wrong += chunk;
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const given = /http:\/\/localhost:(\d+)\n/.exec(printed)?.[1];
      if (given !== undefined) resolve(Number(given));
    });
    child.once('close', () => reject(new Error(`it did not start: ${printed}${wrong}`)));
  });
  // Lines of the log are JSON.
  const logged = () => printed.split('\n').filter((line) => line.startsWith('{'));
  return { port, beside: () => [...logged(), wrong].join('') };
}
