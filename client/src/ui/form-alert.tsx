// What a form says about itself as a whole: why it was refused, or that it worked. Nothing without words.
import { Alert } from '@mantine/core';

export function FormAlert({ error, done }: { error?: string | undefined; done?: string | undefined }) {
  if (!error && !done) return null;
  return (
    <Alert color={error ? 'red' : 'green'} role={error ? 'alert' : 'status'}>
      {error ?? done}
    </Alert>
  );
}
