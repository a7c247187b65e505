// Owns the making of passwords that nobody chose.
import { randomBytes } from 'node:crypto';

/** 20 characters with at least one small letter, capital and digit, as Strapi's sign-in asks. */
export function randomPassword(): string {
  for (;;) {
    const password = randomBytes(15).toString('base64url');
    if (/[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password) && /^\w/.test(password))
      return password;
  }
}
