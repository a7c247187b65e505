import { Badge } from '@strapi/design-system';

/** A number on a button. While it is not known yet its room is kept, so that nothing moves when it comes. */
export const CountBadge = ({ count }: { count: number | undefined }) => (
  <Badge size="S" style={count === undefined ? { visibility: 'hidden' } : undefined}>
    {count ?? 0}
  </Badge>
);
