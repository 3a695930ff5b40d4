import type { Rule } from '../model/rule.ts';
import { accessLogShowsEachAccess } from './api/access-log-shows-each-access.ts';
import { answerFollowsAccept } from './bgz/response/answer-follows-accept.ts';
import { answerHoldsNoEmptyText } from './bgz/response/answer-holds-no-empty-text.ts';
import { answerIsValidFhir } from './bgz/response/answer-is-valid-fhir.ts';
import { bundleHasSelfLink } from './bgz/response/bundle-has-self-link.ts';
import { codeableConceptCanBeRead } from './bgz/response/codeable-concept-can-be-read.ts';
import { codingHasSystemAndCode } from './bgz/response/coding-has-system-and-code.ts';
import { codingSystemIsNoValueSet } from './bgz/response/coding-system-is-no-value-set.ts';
import { emptySearchGivesAnEmptySearchset } from './bgz/response/empty-search-gives-an-empty-searchset.ts';
import { entryCountIsAsExpected } from './bgz/response/entry-count-is-as-expected.ts';
import { entryResourceHasId } from './bgz/response/entry-resource-has-id.ts';
import { fullUrlIsAbsolute } from './bgz/response/full-url-is-absolute.ts';
import { identifierHasSystemAndValue } from './bgz/response/identifier-has-system-and-value.ts';
import { includedResourcesAreThere } from './bgz/response/included-resources-are-there.ts';
import { jsonAndXmlAreBothServed } from './bgz/response/json-and-xml-are-both-served.ts';
import { referenceHasDisplay } from './bgz/response/reference-has-display.ts';
import { referencesLeadSomewhere } from './bgz/response/references-lead-somewhere.ts';
import { requestWithoutRightIsRefused } from './bgz/response/request-without-right-is-refused.ts';
import { resourceStatesItsProfile } from './bgz/response/resource-states-its-profile.ts';
import { searchResultIsASearchset } from './bgz/response/search-result-is-a-searchset.ts';
import { searchStatusIs200 } from './bgz/response/search-status-is-200.ts';
import { selfLinkRepeatsParameters } from './bgz/response/self-link-repeats-parameters.ts';
import { totalIsNotLargerThanMatches } from './bgz/response/total-is-not-larger-than-matches.ts';
import { endpointRefusesConnectionWithoutTrustedCertificate } from './twiin/network/endpoint-refuses-connection-without-trusted-certificate.ts';
import { endpointRefusesRevokedCertificate } from './twiin/network/endpoint-refuses-revoked-certificate.ts';
import { peerCertificateIsTrusted } from './twiin/network/peer-certificate-is-trusted.ts';
import { refusedConnectionHadNoBadCertificate } from './twiin/network/refused-connection-had-no-bad-certificate.ts';
import { cancellationHasStatusCancelled } from './twiin/notification/cancellation-has-status-cancelled.ts';
import { cancellationIsAConditionalUpdate } from './twiin/notification/cancellation-is-a-conditional-update.ts';
import { cancellationUpdatesTheOneMatch } from './twiin/notification/cancellation-updates-the-one-match.ts';
import { cancelledNotificationGivesNoAccess } from './twiin/notification/cancelled-notification-gives-no-access.ts';
import { changedDataGiveANewNotification } from './twiin/notification/changed-data-give-a-new-notification.ts';
import { createGetsATechnicalResponse } from './twiin/notification/create-gets-a-technical-response.ts';
import { createdTaskHasALocation } from './twiin/notification/created-task-has-a-location.ts';
import { errorHoldsAnOperationOutcome } from './twiin/notification/error-holds-an-operation-outcome.ts';
import { foreignOwnerIsRefused } from './twiin/notification/foreign-owner-is-refused.ts';
import { inputCodesUseTaskParameter } from './twiin/notification/input-codes-use-task-parameter.ts';
import { inputValuesHaveTheirType } from './twiin/notification/input-values-have-their-type.ts';
import { invalidNotificationGets400Or422 } from './twiin/notification/invalid-notification-gets-400-or-422.ts';
import { nothingIsSentToAnotherOrganisation } from './twiin/notification/nothing-is-sent-to-another-organisation.ts';
import { notificationCarriesAuthorizationBase } from './twiin/notification/notification-carries-authorization-base.ts';
import { notificationCodeIsPullNotification } from './twiin/notification/notification-code-is-pull-notification.ts';
import { notificationHasGroupIdentifier } from './twiin/notification/notification-has-group-identifier.ts';
import { notificationIdentifierIsUnique } from './twiin/notification/notification-identifier-is-unique.ts';
import { notificationIntentIsProposal } from './twiin/notification/notification-intent-is-proposal.ts';
import { notificationIsACreate } from './twiin/notification/notification-is-a-create.ts';
import { notificationIsAnStu3Task } from './twiin/notification/notification-is-an-stu3-task.ts';
import { notificationStatusIsRequested } from './twiin/notification/notification-status-is-requested.ts';
import { onBehalfOfIsSendingOrganisation } from './twiin/notification/on-behalf-of-is-sending-organisation.ts';
import { organisationsAreNamedByUra } from './twiin/notification/organisations-are-named-by-ura.ts';
import { ownerIsReceivingOrganisation } from './twiin/notification/owner-is-receiving-organisation.ts';
import { patientIsNamedByBsn } from './twiin/notification/patient-is-named-by-bsn.ts';
import { renewedNotificationKeepsItsGroup } from './twiin/notification/renewed-notification-keeps-its-group.ts';
import { searchAndReadInputsHaveTheirValue } from './twiin/notification/search-and-read-inputs-have-their-value.ts';
import { xmlNotificationIsAccepted } from './twiin/notification/xml-notification-is-accepted.ts';
import { accessEndsWithThePeriod } from './twiin/pull/access-ends-with-the-period.ts';
import { answerHoldsNoOtherPatient } from './twiin/pull/answer-holds-no-other-patient.ts';
import { everySpellingGivesTheSameResult } from './twiin/pull/every-spelling-gives-the-same-result.ts';
import { queryOutsideTheGrantIsRefused } from './twiin/pull/query-outside-the-grant-is-refused.ts';
import { receiverAsksOnlyWhatWasOffered } from './twiin/pull/receiver-asks-only-what-was-offered.ts';
import { reservedCharactersArePercentEncoded } from './twiin/pull/reserved-characters-are-percent-encoded.ts';
import { searchInputIsExecutedAsGet } from './twiin/pull/search-input-is-executed-as-get.ts';
import { unknownWorkflowTaskGives404 } from './twiin/pull/unknown-workflow-task-gives-404.ts';
import { workflowTaskIsAnStu3Task } from './twiin/pull/workflow-task-is-an-stu3-task.ts';
import { workflowTaskIsReadById } from './twiin/pull/workflow-task-is-read-by-id.ts';
import { workflowTaskWithoutTokenGives401 } from './twiin/pull/workflow-task-without-token-gives-401.ts';
import { alteredAuthorizationBaseGivesNoAccess } from './twiin/token/altered-authorization-base-gives-no-access.ts';
import { assertionAlgIsAsymmetric } from './twiin/token/assertion-alg-is-asymmetric.ts';
import { assertionJtiIsUsedOnce } from './twiin/token/assertion-jti-is-used-once.ts';
import { assertionTypIsJwt } from './twiin/token/assertion-typ-is-jwt.ts';
import { authorizationBaseIsPlayedBackUnchanged } from './twiin/token/authorization-base-is-played-back-unchanged.ts';
import { authorizationBaseOfOtherOrganisationGivesNoAccess } from './twiin/token/authorization-base-of-other-organisation-gives-no-access.ts';
import { bearerTokenInAuthorizationHeader } from './twiin/token/bearer-token-in-authorization-header.ts';
import { clientAssertionVerifiesWithRegisteredKey } from './twiin/token/client-assertion-verifies-with-registered-key.ts';
import { clientAuthenticatesWithClientAssertion } from './twiin/token/client-authenticates-with-client-assertion.ts';
import { clientObtainsTokenBeforeCalling } from './twiin/token/client-obtains-token-before-calling.ts';
import { expiredOrForgedTokenGivesNothing } from './twiin/token/expired-or-forged-token-gives-nothing.ts';
import { invalidAssertionIsRefusedWithOauthError } from './twiin/token/invalid-assertion-is-refused-with-oauth-error.ts';
import { notificationEndpointNeedsAToken } from './twiin/token/notification-endpoint-needs-a-token.ts';
import { patientIsNamedOnTaskOrToken } from './twiin/token/patient-is-named-on-task-or-token.ts';
import { replayedAssertionGivesNoToken } from './twiin/token/replayed-assertion-gives-no-token.ts';
import { resourceEndpointNeedsAToken } from './twiin/token/resource-endpoint-needs-a-token.ts';
import { tokenResponseIsCompleteAtSut } from './twiin/token/token-response-is-complete.ts';
import { unsignedOrForeignAssertionGivesNoToken } from './twiin/token/unsigned-or-foreign-assertion-gives-no-token.ts';
import { clientAcceptsFhirJson } from './zorg-ab/client-accepts-fhir-json.ts';
import { clientBacksOffAfter429 } from './zorg-ab/client-backs-off-after-429.ts';
import { clientUsesItsOwnCertificate } from './zorg-ab/client-uses-its-own-certificate.ts';
import { duplicateHitsAreRecognised } from './zorg-ab/duplicate-hits-are-recognised.ts';
import { geolocationIsReadAsRijksdriehoek } from './zorg-ab/geolocation-is-read-as-rijksdriehoek.ts';
import { inactiveOrganisationIsNotChosen } from './zorg-ab/inactive-organisation-is-not-chosen.ts';
import { lookalikeGetsNoQuestion } from './zorg-ab/lookalike-gets-no-question.ts';
import { onlyActiveEndpointIsUsed } from './zorg-ab/only-active-endpoint-is-used.ts';
import { refusedClientHadACertificate } from './zorg-ab/refused-client-had-a-certificate.ts';
import { zonelessTimestampIsRead } from './zorg-ab/zoneless-timestamp-is-read.ts';

export { simulatorRules } from './simulators/index.ts';
export { isSimulatorRule } from './simulators/is-simulator-rule.ts';

/** Rules whose subject is the system under test, by interface. */
export const allRules: readonly Rule[] = [
  // api
  accessLogShowsEachAccess,
  // bgz/response
  answerFollowsAccept, answerHoldsNoEmptyText, answerIsValidFhir, bundleHasSelfLink, codeableConceptCanBeRead, codingHasSystemAndCode,
  codingSystemIsNoValueSet, emptySearchGivesAnEmptySearchset, entryCountIsAsExpected, entryResourceHasId, fullUrlIsAbsolute,
  identifierHasSystemAndValue, includedResourcesAreThere, jsonAndXmlAreBothServed, referenceHasDisplay, referencesLeadSomewhere,
  requestWithoutRightIsRefused, resourceStatesItsProfile, searchResultIsASearchset,
  searchStatusIs200, selfLinkRepeatsParameters, totalIsNotLargerThanMatches,
  // twiin/network
  endpointRefusesConnectionWithoutTrustedCertificate, endpointRefusesRevokedCertificate, peerCertificateIsTrusted,
  refusedConnectionHadNoBadCertificate,
  // twiin/notification
  cancellationHasStatusCancelled, cancellationIsAConditionalUpdate, cancellationUpdatesTheOneMatch, cancelledNotificationGivesNoAccess,
  changedDataGiveANewNotification, createGetsATechnicalResponse, createdTaskHasALocation, errorHoldsAnOperationOutcome,
  foreignOwnerIsRefused, inputCodesUseTaskParameter, inputValuesHaveTheirType, invalidNotificationGets400Or422,
  nothingIsSentToAnotherOrganisation, notificationCarriesAuthorizationBase, notificationCodeIsPullNotification,
  notificationHasGroupIdentifier, notificationIdentifierIsUnique, notificationIntentIsProposal, notificationIsACreate,
  notificationIsAnStu3Task, notificationStatusIsRequested, onBehalfOfIsSendingOrganisation, organisationsAreNamedByUra,
  ownerIsReceivingOrganisation, patientIsNamedByBsn, renewedNotificationKeepsItsGroup, searchAndReadInputsHaveTheirValue,
  xmlNotificationIsAccepted,
  // twiin/pull
  accessEndsWithThePeriod, answerHoldsNoOtherPatient, everySpellingGivesTheSameResult, queryOutsideTheGrantIsRefused,
  receiverAsksOnlyWhatWasOffered, reservedCharactersArePercentEncoded, searchInputIsExecutedAsGet, unknownWorkflowTaskGives404,
  workflowTaskIsAnStu3Task, workflowTaskIsReadById, workflowTaskWithoutTokenGives401,
  // twiin/token
  alteredAuthorizationBaseGivesNoAccess, assertionAlgIsAsymmetric, assertionJtiIsUsedOnce, assertionTypIsJwt,
  authorizationBaseIsPlayedBackUnchanged, authorizationBaseOfOtherOrganisationGivesNoAccess, bearerTokenInAuthorizationHeader,
  clientAssertionVerifiesWithRegisteredKey, clientAuthenticatesWithClientAssertion, clientObtainsTokenBeforeCalling,
  expiredOrForgedTokenGivesNothing, invalidAssertionIsRefusedWithOauthError, notificationEndpointNeedsAToken, patientIsNamedOnTaskOrToken,
  replayedAssertionGivesNoToken, resourceEndpointNeedsAToken, tokenResponseIsCompleteAtSut, unsignedOrForeignAssertionGivesNoToken,
  // zorg-ab
  clientAcceptsFhirJson, clientBacksOffAfter429, clientUsesItsOwnCertificate, duplicateHitsAreRecognised, geolocationIsReadAsRijksdriehoek,
  inactiveOrganisationIsNotChosen, lookalikeGetsNoQuestion, onlyActiveEndpointIsUsed, refusedClientHadACertificate,
  zonelessTimestampIsRead,
];
