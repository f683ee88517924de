import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between a server and its database, and does what networks do. */
export interface TcpProxy {
  port: number;
  /** The same address, through here. */
  address(of: string): string;
  /** Whoever is connected now hears nothing more and is not heard, without being told. New connections work. */
  silence(): void;
  /** Every connection breaks. */
  cut(): void;
  /** The next message that says this arrives; its answer does not, and the connection breaks. Resolves then. */
  loseAnswerTo(said: string): Promise<void>;
  /** Messages that say this break their connection before they arrive; undefined lets everything through again. */
  refuse(said: string | undefined): void;
  /** How many are connected now. */
  connections(): number;
  stop(): Promise<void>;
}

interface Line {
  near: Socket;
  far: Socket;
  silent: boolean;
}

export async function startTcpProxy(to: { host: string; port: number }): Promise<TcpProxy> {
  const lines = new Set<Line>();
  const losing: { said: string; lost(): void }[] = [];
  let refused: string | undefined;

  const breakOff = ({ near, far }: Line) => {
    near.destroy();
    far.destroy();
  };
  const heard = (line: Line, chunk: Buffer) => {
    if (line.silent) return;
    if (refused !== undefined && chunk.includes(refused)) return breakOff(line);
    const index = losing.findIndex(({ said }) => chunk.includes(said));
    if (index === -1) return line.far.write(chunk);
    const [lost] = losing.splice(index, 1);
    line.far.removeAllListeners('data');
    line.far.once('data', () => {
      breakOff(line);
      lost?.lost();
    });
    line.far.write(chunk);
  };

  const server = createServer((near) => {
    const far = connect(to.port, to.host);
    const line: Line = { near, far, silent: false };
    lines.add(line);
    const over = () => {
      lines.delete(line);
      // A line that is dead does not say that it has ended.
      if (!line.silent) breakOff(line);
    };
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', over);
    }
    near.on('data', (chunk) => heard(line, chunk));
    far.on('data', (chunk) => {
      if (!line.silent) near.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const all = new Set<Line>();

  return {
    port,
    address(of) {
      const url = new URL(of);
      url.host = `127.0.0.1:${port}`;
      return url.href;
    },
    silence() {
      for (const line of lines) {
        line.silent = true;
        all.add(line);
      }
    },
    cut: () => [...lines].forEach(breakOff),
    loseAnswerTo: (said) => new Promise((lost) => losing.push({ said, lost })),
    refuse(said) {
      refused = said;
    },
    connections: () => lines.size,
    async stop() {
      for (const line of [...lines, ...all]) breakOff(line);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
