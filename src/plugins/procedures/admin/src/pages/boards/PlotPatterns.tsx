import { useTheme } from 'styled-components';

export type Pattern = 'solid' | 'stripes' | 'dots' | 'grid' | 'plain';
export type PlotColor =
  | 'danger600'
  | 'warning500'
  | 'success500'
  | 'secondary500'
  | 'primary500'
  | 'primary600'
  | 'neutral400';

interface Props {
  id: string;
  pattern: Pattern;
  color: PlotColor;
}

/** A fill that is told apart without its colour, in light and dark. */
export const PlotPattern = ({ id, pattern, color }: Props) => {
  const { colors } = useTheme();
  const ink = colors.neutral0;
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={colors[color]} />
      {pattern === 'stripes' && <path d="M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6" stroke={ink} strokeWidth="1.5" />}
      {pattern === 'dots' && <circle cx="4" cy="4" r="1.4" fill={ink} />}
      {pattern === 'grid' && <path d="M0 4 H8 M4 0 V8" stroke={ink} strokeWidth="1" />}
      {pattern === 'plain' && <rect x="1.5" y="1.5" width="5" height="5" fill={ink} opacity="0.45" />}
    </pattern>
  );
};
