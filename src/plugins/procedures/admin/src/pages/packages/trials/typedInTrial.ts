import { TYPED } from '../../../components/leaving';

/** What is typed on "Thử" is lost with another tab of the draft, and with the way back to its list. */
export const TYPED_IN_TRIAL = { ...TYPED, within: ['tab', 'trial', 'scenario', 'file'] };
