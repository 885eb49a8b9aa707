// The other side of task-thread.ts: does what is asked for in this thread, one after the other.
import { parentPort } from 'node:worker_threads';

export interface TaskQuestion<Task> {
  id: number;
  task: Task;
}
export type TaskAnswer<Answer> = { id: number; answer: Answer } | { id: number; error: unknown };

export function serveTasks<Task, Answer>(work: (task: Task) => Answer | Promise<Answer>): void {
  const answer = async ({ id, task }: TaskQuestion<Task>): Promise<TaskAnswer<Answer>> => {
    try {
      return { id, answer: await work(task) };
    } catch (error) {
      // Whoever asked gets it thrown there.
      return { id, error };
    }
  };
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (question: TaskQuestion<Task>) => {
    last = last.then(async () => parentPort?.postMessage(await answer(question)));
  });
}
