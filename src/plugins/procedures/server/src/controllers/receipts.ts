// Owns the route of the look-up by receipt code, for programs and for pages of others.
import { codeOf, lookUpReceipt } from '../portal/receipt-look-up';
import { forAnyone } from './respond';

export default {
  read: forAnyone(async (platform, context) => {
    context.set('Cache-Control', 'no-store');
    return lookUpReceipt(platform, codeOf(context.params.code), context.request.ip ?? '');
  }),
};
