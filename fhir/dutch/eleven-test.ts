/**
 * The 11-test of a BSN: digits one to eight times 9 to 2, minus the ninth; a multiple of 11 and not zero.
 * False for anything but nine digits: a dropped leading zero makes eight.
 */
export function passesElevenTest(bsn: string): boolean {
  if (!/^\d{9}$/.test(bsn)) return false;
  let sum = -Number(bsn[8]);
  for (let index = 0; index < 8; index += 1) sum += Number(bsn[index]) * (9 - index);
  return sum !== 0 && sum % 11 === 0;
}
