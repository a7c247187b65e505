// The policies that routes name.
import { createRequireDeclaredRoute } from './policy/require-declared-route';
import { getPlatform } from './runtime/registry';

export default { 'require-declared-route': createRequireDeclaredRoute(() => getPlatform().clock) };
