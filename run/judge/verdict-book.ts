import type { DatabaseSync } from 'node:sqlite';
import type { Finding } from '../../model/result.ts';
import type { Judgement, Passed, Unjudged } from './judge.ts';

/** Findings and evidence on disk, so that a continued run keeps them. */
export interface VerdictBook {
  add(judgement: Judgement, entry: number | null): void;
  findings(): Finding[];
  passed(): Passed[];
  unjudged(): Unjudged[];
  /** Trace judgements of a case are made again when it is judged again. */
  forgetTrace(scope: string): void;
  addTrace(judgement: Judgement, scope: string): void;
}

export function openVerdictBook(database: DatabaseSync): VerdictBook {
  database.exec('CREATE TABLE IF NOT EXISTS judged (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, scope TEXT NOT NULL, value TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO judged (kind, scope, value) VALUES (?, ?, ?)');
  const all = database.prepare('SELECT value FROM judged WHERE kind = ? ORDER BY id');
  const forget = database.prepare('DELETE FROM judged WHERE scope = ?');
  const read = <T>(kind: string): T[] => all.all(kind).map((row) => JSON.parse(row.value as string) as T);
  /** The same violation at the same place is one finding, however often it is judged. */
  const unique = (findings: Finding[]): Finding[] => [...new Map(findings.map((one) => [one.id, one])).values()];
  const put = (judgement: Judgement, scope: string): void => {
    if (judgement.findings.length + judgement.passed.length + judgement.unjudged.length === 0) return;
    for (const finding of judgement.findings) insert.run('finding', scope, JSON.stringify(finding));
    if (judgement.passed.length > 0) insert.run('passed', scope, JSON.stringify(judgement.passed));
    if (judgement.unjudged.length > 0) insert.run('unjudged', scope, JSON.stringify(judgement.unjudged));
  };
  return {
    add: (judgement, entry) => put(judgement, `entry-${entry}`),
    addTrace: put,
    findings: () => unique(read<Finding>('finding')),
    passed: () => read<Passed[]>('passed').flat(),
    unjudged: () => read<Unjudged[]>('unjudged').flat(),
    forgetTrace: (scope) => { forget.run(scope); },
  };
}
