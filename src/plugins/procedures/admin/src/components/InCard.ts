/** Owns whether a frame stands around already: what is inside a card draws none of its own. */
import * as React from 'react';

export const InCard = React.createContext(false);
