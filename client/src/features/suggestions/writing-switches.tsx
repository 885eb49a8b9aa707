// At the top of the narrative, right: how the text is shown, where anything is suggested, and how one writes in it.
import { ModeSwitch } from './mode-switch.tsx';
import { PreviewSwitch } from './preview-switch.tsx';
import classes from './writing-switches.module.css';

export function WritingSwitches() {
  return (
    <div className={classes.place}>
      <PreviewSwitch />
      <ModeSwitch />
    </div>
  );
}
