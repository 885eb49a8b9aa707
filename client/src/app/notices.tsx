// Where short messages appear. A part of its own, fetched behind the page.
import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';

export function Notices() {
  return <Notifications position="bottom-right" limit={3} />;
}
