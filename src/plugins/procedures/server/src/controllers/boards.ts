// Owns the routes of the boards: the leader's board, its plots, from when on work is called stuck.
import { boardSettings, saveBoardSettings } from '../boards/board-settings';
import { readBoard } from '../boards/read-board';
import { readPlots } from '../boards/read-plots';
import { bodyOf, forActor } from './respond';

export default {
  read: forActor((platform, actor) => readBoard(platform, actor)),

  plots: forActor((platform, actor, context) => readPlots(platform, actor, context.query)),

  settings: forActor((platform, actor) => boardSettings(platform.knex, actor.tenantId)),

  saveSettings: forActor((platform, actor, context) => saveBoardSettings(platform, actor, bodyOf(context))),
};
