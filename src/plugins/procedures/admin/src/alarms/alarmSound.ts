/**
 * The sound itself, made by the browser: two tones, again and again. Browsers let a page sound only after somebody has
 * touched it; until then the state says so, and the first touch anywhere starts what should be heard. Of several tabs
 * of one browser only one sounds.
 */
export type SoundState = 'off' | 'playing' | 'blocked' | 'elsewhere';

const TONES = [880, 660];
const TONE_S = 0.35;
const LOUDNESS = 0.4;
const LOCK = 'procedures-alarm-sound';

let context: AudioContext | null = null;
let timer: ReturnType<typeof setInterval> | undefined;
let giveUp: (() => void) | null = null;
let state: SoundState = 'off';
/** how many tones have begun: what a test can see of what an ear would hear */
let begun = 0;
const listeners = new Set<() => void>();

function become(next: SoundState): void {
  state = next;
  for (const listener of listeners) listener();
}

export const soundState = (): SoundState => state;
export const tonesBegun = (): number => begun;
export function followSound(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether this page may sound now. */
export const maySound = (): boolean => context?.state === 'running';

/** Call it from a touch or a key: then the browser allows it. */
export async function allowSound(): Promise<boolean> {
  context ??= new AudioContext();
  await context.resume();
  for (const listener of listeners) listener();
  return maySound();
}

/** One ring, for whoever tries it. */
export function ringOnce(): void {
  if (!context || !maySound()) return;
  const start = context.currentTime;
  TONES.forEach((frequency, at) => {
    const oscillator = (context as AudioContext).createOscillator();
    const gain = (context as AudioContext).createGain();
    const from = start + at * TONE_S;
    oscillator.frequency.value = frequency;
    // Rises and falls: a tone that is cut off clicks.
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(LOUDNESS, from + 0.03);
    gain.gain.linearRampToValueAtTime(0, from + TONE_S);
    oscillator.connect(gain).connect((context as AudioContext).destination);
    oscillator.start(from);
    oscillator.stop(from + TONE_S);
    begun += 1;
  });
}

/** Rings until `stopRinging`; what is blocked begins with the first touch. */
export function startRinging(everySeconds: number): void {
  stopRinging();
  let ended = false;
  let going = false;
  const begin = () => {
    if (ended || timer) return;
    ringOnce();
    timer = setInterval(ringOnce, everySeconds * 1000);
    become('playing');
  };
  const alone = () => {
    if (!('locks' in navigator)) return begin();
    become('elsewhere');
    navigator.locks
      .request(LOCK, () =>
        ended
          ? undefined
          : new Promise<void>((release) => {
              giveUp = release;
              begin();
            }),
      )
      .catch(() => undefined);
  };
  const touched = () =>
    void allowSound().then((may) => {
      if (!may || ended || going) return;
      going = true;
      untouched(alone);
    });
  const untouched = (next: () => void) => {
    for (const kind of ['pointerdown', 'keydown'] as const) document.removeEventListener(kind, touched, true);
    next();
  };
  endTouching = () => {
    ended = true;
    untouched(() => undefined);
  };
  become('blocked');
  for (const kind of ['pointerdown', 'keydown'] as const) document.addEventListener(kind, touched, true);
  // Where the browser allows it already, nobody needs to touch anything.
  context ??= new AudioContext();
  touched();
}
let endTouching: (() => void) | null = null;

export function stopRinging(): void {
  endTouching?.();
  endTouching = null;
  clearInterval(timer);
  timer = undefined;
  giveUp?.();
  giveUp = null;
  if (state !== 'off') become('off');
}
