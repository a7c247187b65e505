// Owns the next free one of several names that begin alike.

/** `plain`, or it with the first number from 2 that nobody has. */
export function freeName(plain: string, joint: string, isTaken: (name: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? plain : `${plain}${joint}${count}`;
    if (!isTaken(name)) return name;
  }
}
