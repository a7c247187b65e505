import { styled } from 'styled-components';

import type { DutyBoard } from '../../../../shared/duty-contract';
import { ClockBadge } from '../../clocks/ClockBadge';
import { useText } from '../../text/useText';
import { formatInstant, formatTime } from '../../time/instants';
import { BoardAlarms } from './BoardAlarms';
import { BoardFigure, FigureLine } from './BoardFigure';
import { DeskCards } from './DeskCards';

// Phones see what rings first, then the figures, then who is on duty.
const Grid = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 16px;
  align-items: start;
  @media (min-width: 1024px) {
    grid-template-columns: minmax(0, 2fr) minmax(28rem, 1fr);
  }
`;
const Figures = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 16px;
  align-items: start;
  @media (min-width: 700px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

/** What the officer on duty must see at one glance; every figure leads to the list behind it. */
export const Board = ({ board, onChanged }: { board: DutyBoard; onChanged(): void }) => {
  const { t, pick } = useText();
  const unit = board.unit.code;
  const until = { owner: unit, until: board.until };
  const cases = (items: DutyBoard['came']['items']) =>
    items.map((item) => (
      <FigureLine
        key={item.id}
        to={`/cases/${item.id}`}
        title={[item.bookNo, item.title].filter(Boolean).join(' · ')}
        about={formatInstant(item.receivedAt)}
      >
        <ClockBadge clock={item.clock} />
      </FigureLine>
    ));
  const clocks = (items: DutyBoard['overdue']['items']) =>
    items.map((item) => (
      <FigureLine
        key={item.clock.id}
        to={`/cases/${item.caseId}`}
        title={[item.bookNo, item.title].filter(Boolean).join(' · ')}
      >
        <ClockBadge clock={item.clock} />
      </FigureLine>
    ));
  return (
    <Grid>
      <div>
        <BoardAlarms alarms={board.alarms} onChanged={onChanged} />
        <Figures>
          {board.waiting.map((one) => (
            <BoardFigure
              key={one.state}
              title={pick(one.title)}
              hint={t('duty.waitingHint')}
              count={one.count}
              tone={one.count > 0 ? 'warn' : 'plain'}
              query={{ unit, life: 'open', state: one.state }}
            >
              {cases(one.items)}
            </BoardFigure>
          ))}
          <BoardFigure
            title={t('duty.came')}
            hint={t('duty.cameHint', { instant: formatInstant(board.since) })}
            count={board.came.count}
            query={{ unit, life: 'open', receivedFrom: board.since }}
          >
            {cases(board.came.items)}
          </BoardFigure>
          <BoardFigure
            title={t('duty.overdue')}
            count={board.overdue.count}
            tone={board.overdue.count > 0 ? 'bad' : 'plain'}
            query={{ ...until, clock: 'overdue' }}
          >
            {clocks(board.overdue.items)}
          </BoardFigure>
          <BoardFigure
            title={t('duty.turnsRed', { time: formatTime(board.until) })}
            count={board.turnsRed.count}
            tone={board.turnsRed.count > 0 ? 'warn' : 'plain'}
            query={{ ...until, clock: 'red' }}
          >
            {clocks(board.turnsRed.items)}
          </BoardFigure>
          <BoardFigure
            title={t('duty.turnsAmber', { time: formatTime(board.until) })}
            count={board.turnsAmber.count}
            query={{ ...until, clock: 'amber' }}
          >
            {clocks(board.turnsAmber.items)}
          </BoardFigure>
        </Figures>
      </div>
      <DeskCards board={board} />
    </Grid>
  );
};
