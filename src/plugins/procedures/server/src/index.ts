// The server half of the plugin: everything hangs off one index per kind.
import bootstrap from './bootstrap';
import controllers from './controllers';
import destroy from './destroy';
import middlewares from './middlewares';
import policies from './policies';
import routes from './routes';

export default { bootstrap, destroy, controllers, middlewares, policies, routes };
