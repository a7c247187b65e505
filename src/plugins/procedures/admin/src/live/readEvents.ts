/**
 * live/ owns how an open page learns that something has changed on the server. A page uses `useLiveEvents`; one
 * stream serves all tabs of a browser. This file reads server-sent events out of pieces of text.
 */

/** What the server tells: ids that the person may know of, or that anything may have changed. */
export type LiveEvent = { topic: string; ids: string[] } | { resync: true };
/** Besides, what the stream says of itself: it will end soon, the next one should be open by then. */
export type StreamEvent = LiveEvent | { renew: true };

/** Whole events in `text`, and what is left of one that has not come whole yet. */
export function readEvents(text: string): { events: StreamEvent[]; rest: string } {
  const blocks = text.split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    const data = block
      .split('\n')
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).trim())
      .join('\n');
    return data ? [JSON.parse(data) as StreamEvent] : [];
  });
  return { events, rest };
}
