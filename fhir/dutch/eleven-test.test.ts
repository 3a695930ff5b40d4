import { expect, test } from 'vitest';
import { passesElevenTest } from './eleven-test.ts';

test.each(['999990019', '999909587', '900203638', '012345672', '111222333'])('%s passes', (bsn) => { expect(passesElevenTest(bsn)).toBe(true); });
test.each(['999940003', '999990018', '12345672', '000000000', '9999900190', '99999001a', ' 999990019', '']) ('"%s" fails', (bsn) => { expect(passesElevenTest(bsn)).toBe(false); });
