// The status of an answer as a small mark: by shape as well as by colour.
import { IconCircle, IconCircleCheckFilled, IconCircleDashed, IconEye, type IconProps } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { ShownStatus } from './section-progress.ts';

const marks: Record<ShownStatus, { Icon: ComponentType<IconProps>; color: string }> = {
  empty: { Icon: IconCircleDashed, color: 'var(--mantine-color-dimmed)' },
  draft: { Icon: IconCircle, color: 'var(--mantine-color-dimmed)' },
  review: { Icon: IconEye, color: 'var(--mantine-color-blue-text)' },
  final: { Icon: IconCircleCheckFilled, color: 'var(--mantine-color-green-text)' },
};

export function StatusMark({ status }: { status: ShownStatus }) {
  const { Icon, color } = marks[status];
  return <Icon size={16} color={color} aria-hidden />;
}
