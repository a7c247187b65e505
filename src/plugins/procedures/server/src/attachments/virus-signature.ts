// Owns the recognition of the EICAR test file: the one signature that proves that refused files are refused. A tenant that
// has a virus scanner puts it here.

// In two parts, so that no scanner takes this source for the test file.
const SIGNATURE = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
);

export class VirusSignature {
  #tail = Buffer.alloc(0);

  /** Told piece by piece: a signature that is cut by the network is found all the same. */
  isIn(piece: Buffer): boolean {
    const seam = Buffer.concat([this.#tail, piece.subarray(0, SIGNATURE.length)]);
    if (seam.includes(SIGNATURE) || piece.includes(SIGNATURE)) return true;
    const last = piece.length >= SIGNATURE.length ? piece : Buffer.concat([this.#tail, piece]);
    this.#tail = Buffer.from(last.subarray(-(SIGNATURE.length - 1)));
    return false;
  }
}

export const holdsSignature = (bytes: Buffer): boolean => bytes.includes(SIGNATURE);
