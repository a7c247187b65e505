// Owns the stream by which an open page learns that something has changed. What has changed it reads by the other routes.
import { openStream } from '../live/open-stream';
import { forActor } from './respond';

export default {
  stream: forActor(async (platform, actor, context) => {
    context.type = 'text/event-stream';
    context.set('cache-control', 'no-store, no-transform');
    context.set('x-accel-buffering', 'no');
    return openStream(platform.live, actor);
  }),
};
