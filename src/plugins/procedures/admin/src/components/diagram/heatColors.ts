/** From little to much: light to strong, so that they differ in grey too. */
export const HEAT_COLORS = ['#fff6e5', '#ffe0a8', '#ffbf66', '#f7903a', '#e8602c'] as const;
