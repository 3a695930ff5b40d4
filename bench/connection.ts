import { connect, type TLSSocket } from 'node:tls';

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly cert: string; readonly key: string; readonly ca: string } | { readonly cert: string; readonly key: string; readonly rejectUnauthorized: false };
}
/** A kept-alive TLS connection that sends requests as ready bytes and looks no further into an answer than its status and its end. */
export interface Connection { readonly spoken: string; post(bytes: Buffer): Promise<number>; close(): void }

const end = Buffer.from('\r\n\r\n');
/** Status and whole length of the HTTP answer at the start of these bytes; null while it is not whole. Only what the servers here send: a length, or chunks of which the last ends the bytes. */
export function wholeAnswer(bytes: Buffer): { readonly status: number; readonly length: number } | null {
  const at = bytes.indexOf(end);
  if (at < 0) return null;
  const head = bytes.toString('latin1', 0, at);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const status = Number(head.slice(9, 12));
  if (length !== undefined) return bytes.length < at + 4 + Number(length) ? null : { status, length: at + 4 + Number(length) };
  return bytes.subarray(-5).equals(Buffer.from('0\r\n\r\n')) ? { status, length: bytes.length } : null;
}
/**
 * Every server is spoken to in the same way: TLS 1.3 with one cipher, HTTP/1.1, one request at a time on a connection.
 * An HTTP client would cost more than some of the servers, and the two share the cores.
 */
export async function open(address: Address): Promise<Connection> {
  const socket: TLSSocket = connect({ host: address.host, port: address.port, ...address.tls, minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3', ciphers: 'TLS_AES_256_GCM_SHA384', ALPNProtocols: ['http/1.1'] });
  let waiting: { resolve(status: number): void; reject(error: Error): void } | null = null;
  let come: Buffer = Buffer.alloc(0);
  const fail = (error: Error): void => { waiting?.reject(error); waiting = null; };
  await new Promise<void>((resolve, reject) => { socket.once('secureConnect', resolve).once('error', reject); });
  socket.setNoDelay(true);
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  socket.on('data', (piece: Buffer) => {
    come = come.length === 0 ? piece : Buffer.concat([come, piece]);
    const answer = wholeAnswer(come);
    if (answer === null || waiting === null) return;
    come = come.subarray(answer.length);
    const { resolve } = waiting;
    waiting = null;
    resolve(answer.status);
  });
  return {
    spoken: `${socket.getProtocol()} ${socket.getCipher().standardName}`,
    post: (bytes) => new Promise((resolve, reject) => { waiting = { resolve, reject }; socket.write(bytes); }),
    close: () => { socket.removeAllListeners('close'); socket.destroy(); },
  };
}
