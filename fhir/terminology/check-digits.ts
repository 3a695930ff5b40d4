/** Verhoeff's scheme, as SNOMED International prescribes for SNOMED CT identifiers (TIG, "Check-digit"): multiplication and permutation tables of the dihedral group D5. */
const multiply = ['0123456789', '1234067895', '2340178956', '3401289567', '4012395678', '5987604321', '6598710432', '7659821043', '8765932104', '9876543210'];
const permute = ['0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258'];
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    check = Number(multiply[check]![Number(permute[index % 8]![digit])]);
  }
  return check === 0;
}

/** Luhn's scheme (ISO/IEC 7812-1, Annex B), as the LOINC Users' Guide prescribes for LOINC codes ("Mod 10"). The last digit is the check digit. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighed = index % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
