import type { Rule } from '../../model/rule.ts';
import { simulatorAnswerIsValidFhir } from '../bgz/response/answer-is-valid-fhir.ts';
import { simulatorBundleHasSelfLink } from '../bgz/response/bundle-has-self-link.ts';
import { simulatorCodeableConceptCanBeRead } from '../bgz/response/codeable-concept-can-be-read.ts';
import { simulatorCodingHasSystemAndCode } from '../bgz/response/coding-has-system-and-code.ts';
import { simulatorCodingSystemIsNoValueSet } from '../bgz/response/coding-system-is-no-value-set.ts';
import { simulatorEntryResourceHasId } from '../bgz/response/entry-resource-has-id.ts';
import { simulatorFullUrlIsAbsolute } from '../bgz/response/full-url-is-absolute.ts';
import { simulatorIdentifierHasSystemAndValue } from '../bgz/response/identifier-has-system-and-value.ts';
import { simulatorReferenceHasDisplay } from '../bgz/response/reference-has-display.ts';
import { simulatorResourceStatesItsProfile } from '../bgz/response/resource-states-its-profile.ts';
import { simulatorSearchResultIsASearchset } from '../bgz/response/search-result-is-a-searchset.ts';
import { simulatorSearchStatusIs200 } from '../bgz/response/search-status-is-200.ts';
import { simulatorSelfLinkRepeatsParameters } from '../bgz/response/self-link-repeats-parameters.ts';
import { simulatorTotalIsNotLargerThanMatches } from '../bgz/response/total-is-not-larger-than-matches.ts';
import { simulatorAnswerHoldsNoOtherPatient } from '../twiin/pull/answer-holds-no-other-patient.ts';
import { simulatorExpiredAssertionGivesNoToken } from './twiin/expired-assertion-gives-no-token.ts';
import { simulatorTokenResponseIsComplete } from './twiin/token-response-is-complete.ts';
import { getWithContentTypeIsAccepted } from './zorg-ab/get-with-content-type-is-accepted.ts';
import { malformedParameterGives400 } from './zorg-ab/malformed-parameter-gives-400.ts';
import { metadataIsCapabilityStatement } from './zorg-ab/metadata-is-capability-statement.ts';
import { organisationCanBeReadById } from './zorg-ab/organisation-can-be-read-by-id.ts';
import { organisationIsFoundByUra } from './zorg-ab/organisation-is-found-by-ura.ts';
import { searchHasTotal } from './zorg-ab/search-has-total.ts';
import { unknownTypeGives404 } from './zorg-ab/unknown-type-gives-404.ts';

/** Rules whose subject is our own simulators, whatever role the SUT plays in the exchange. All their ids begin with `simulator-`. */
export const simulatorRules: readonly Rule[] = [
  simulatorTokenResponseIsComplete, simulatorExpiredAssertionGivesNoToken, simulatorAnswerHoldsNoOtherPatient,
  simulatorSearchStatusIs200, simulatorSearchResultIsASearchset, simulatorResourceStatesItsProfile, simulatorTotalIsNotLargerThanMatches,
  simulatorBundleHasSelfLink, simulatorSelfLinkRepeatsParameters, simulatorFullUrlIsAbsolute, simulatorCodingHasSystemAndCode,
  simulatorCodeableConceptCanBeRead, simulatorReferenceHasDisplay, simulatorIdentifierHasSystemAndValue,
  simulatorEntryResourceHasId, simulatorAnswerIsValidFhir, simulatorCodingSystemIsNoValueSet,
  metadataIsCapabilityStatement, getWithContentTypeIsAccepted, organisationIsFoundByUra, organisationCanBeReadById, searchHasTotal,
  malformedParameterGives400, unknownTypeGives404,
];
