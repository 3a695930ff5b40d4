import type { Exchange } from '../../../model/exchange.ts';
import type { ProbeRecorder } from '../../../model/recorder.ts';

/** A recorder that keeps nothing: what the doctor asks carries no test data and is no evidence of a run. */
export function quietRecorder(): ProbeRecorder {
  const open = new Map<string, Exchange>();
  let seq = 0;
  return {
    begin({ at, ...facts }) {
      seq += 1;
      const id = `doctor-${seq}`;
      open.set(id, { ...facts, kind: 'exchange', id, seq, side: 'probe', startedAt: at, endedAt: null, response: null, transport: { outcome: 'answered' }, tls: 'not-observed', fault: null });
      return id;
    },
    end(id, { at, ...end }) {
      const begun = open.get(id);
      if (!begun) throw new Error(`Call ${id} was not begun, or ended twice.`);
      open.delete(id);
      return { ...begun, ...end, endedAt: at };
    },
  };
}
