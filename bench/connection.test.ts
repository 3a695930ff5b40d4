import { expect, test } from 'vitest';
import { wholeAnswer } from './connection.ts';

const of = (text: string): ReturnType<typeof wholeAnswer> => wholeAnswer(Buffer.from(text));

test('an answer is whole when as many bytes came as it announced', () => {
  expect(of('HTTP/1.1 201 Created\r\nContent-Length: 2\r\n')).toBeNull();
  expect(of('HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\na')).toBeNull();
  expect(of('HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\nab')).toEqual({ status: 201, length: 45 });
  expect(of('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\nHTTP')).toEqual({ status: 404, length: 45 });
});
test('chunks are whole at the last, empty one', () => {
  const head = 'HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n';
  expect(of(`${head}2\r\nab\r\n`)).toBeNull();
  expect(of(`${head}2\r\nab\r\n0\r\n\r\n`)).toEqual({ status: 201, length: head.length + 12 });
});
