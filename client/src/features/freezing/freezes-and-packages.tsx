// What is known of the proposal at certain moments: who froze it, and what was packed.
import { Stack } from '@mantine/core';
import { FreezeLog } from './freeze-log.tsx';
import { PackageList } from './package-list.tsx';

export function FreezesAndPackages() {
  return (
    <Stack gap="xl">
      <FreezeLog />
      <PackageList />
    </Stack>
  );
}
