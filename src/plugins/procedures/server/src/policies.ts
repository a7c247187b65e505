// The policies that routes name.
import { requireToken } from './integration/require-token';
import { createRequireDeclaredRoute } from './policy/require-declared-route';
import { requirePortalAccount } from './portal/require-portal-account';
import { getPlatform } from './runtime/registry';

export default {
  'require-token': requireToken,
  'require-portal-account': requirePortalAccount,
  'require-declared-route': createRequireDeclaredRoute(() => getPlatform().clock),
};
