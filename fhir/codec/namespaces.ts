export const fhirNamespace = 'http://hl7.org/fhir';
export const xhtmlNamespace = 'http://www.w3.org/1999/xhtml';
export const schemaInstanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';
