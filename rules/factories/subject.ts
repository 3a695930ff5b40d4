import type { Exchange } from '../../model/exchange.ts';
import { success, sutCalls, weCall } from '../message/select.ts';
import { isSearch, targetOf } from '../message/target.ts';

/** Whose answers a rule looks at: those of the system under test, or those of our own resource side. */
export interface Subject {
  /** Put before the rule's id. */
  readonly prefix: string;
  readonly answers: (exchange: Exchange) => boolean;
}
export const sut: Subject = { prefix: '', answers: (exchange) => weCall(exchange, 'twiin-sender', 'resource') && exchange.stimulus.valid };
export const simulator: Subject = { prefix: 'simulator-', answers: (exchange) => sutCalls(exchange, 'twiin-receiver', 'resource') && success(exchange) };

export function searches(subject: Subject): (exchange: Exchange) => boolean {
  return (exchange) => subject.answers(exchange) && isSearch(targetOf(exchange));
}
