import type { Expectation, Stimulus, StimulusName } from '../../model/stimulus.ts';

/** Says of a message of ours what is wrong with it on purpose, and what a system that does right answers. */
export const invalid = (name: StimulusName, expects: Expectation): Stimulus => ({ valid: false, name, expects });
