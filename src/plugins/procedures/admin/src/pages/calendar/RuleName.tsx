import { Box, Typography } from '@strapi/design-system';

/** What a line is about, and under it its code and what it rests on. */
export const RuleName = ({ title, about }: { title: string; about: string[] }) => (
  <Box style={{ minWidth: 0 }}>
    <Typography fontWeight="bold" tag="h3">
      {title}
    </Typography>
    <Typography variant="pi" textColor="neutral600" tag="p" style={{ overflowWrap: 'anywhere' }}>
      {about.join(' · ')}
    </Typography>
  </Box>
);
