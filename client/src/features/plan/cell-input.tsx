// A field of the plan's table: shows what is stored, keeps what is being typed, and refuses what cannot be stored with a
// reason beside it. Enter and leaving the field store; Escape brings back what was there.
import { Text } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import classes from './plan-table.module.css';

/** `problem` is a sentence. */
export type Accepted = { problem?: undefined } | { problem: string };

export interface CellInputProps {
  id: string;
  label: string;
  /** As text. */
  value: string;
  /** Stores it, or says why not. */
  accept(text: string): Accepted;
  isReadOnly: boolean;
  placeholder?: string;
  inputMode?: 'text' | 'numeric' | 'decimal';
  maxLength?: number;
  align?: 'end';
  /** Arrow up and down, where the value is a number. */
  onStep?(step: 1 | -1): void;
}

export function CellInput(props: CellInputProps) {
  const { id, label, value, accept, isReadOnly, onStep } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const problemId = useId();
  const store = (isLeaving: boolean) => {
    const result = draft === null || draft === value ? {} : accept(draft);
    setProblem(result.problem ?? '');
    // What was refused stays in the field until it is left, to be mended.
    if (!result.problem || isLeaving) setDraft(null);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') store(false);
    else if (event.key === 'Escape') {
      setDraft(null);
      setProblem('');
    } else if (onStep && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && !event.altKey) {
      event.preventDefault();
      setDraft(null);
      onStep(event.key === 'ArrowUp' ? 1 : -1);
    }
  };
  return (
    <>
      <input
        id={id}
        className={classes.input}
        data-align={props.align}
        aria-label={label}
        aria-invalid={problem !== ''}
        aria-describedby={problem ? problemId : undefined}
        readOnly={isReadOnly}
        value={draft ?? value}
        placeholder={isReadOnly ? '' : props.placeholder}
        inputMode={props.inputMode ?? 'text'}
        maxLength={props.maxLength ?? 40}
        autoComplete="off"
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setProblem('');
        }}
        onBlur={() => store(true)}
        onKeyDown={pressed}
      />
      {problem && (
        <Text id={problemId} role="alert" size="xs" className={classes.refused}>
          {problem}
        </Text>
      )}
    </>
  );
}
