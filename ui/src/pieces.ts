// Pieces of one domain that other domains show inside their screens. A folder does not reach into another one; it
// takes them from here.

export { default as ChooseEvidence } from './evidence/Choose.svelte'
export { default as EvidenceAtSubject } from './evidence/AtSubject.svelte'
