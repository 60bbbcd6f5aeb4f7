import '../../shared/texts';
import { render } from 'preact';
import { Surface } from '../list/Surface';

render(<Surface as="panel" />, document.body);
