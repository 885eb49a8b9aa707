// The other side of task-thread.ts: does what is asked for in this thread, one after the other.
import { parentPort } from 'node:worker_threads';

export interface TaskQuestion<Task> {
  id: number;
  task: Task;
}
export type TaskAnswer<Answer> = { id: number; answer: Answer } | { id: number; error: unknown };

/** @param work takes the tasks, and gives or promises the answers, of the TaskThread that starts this program */
export function serveTasks(work: (task: never) => unknown): void {
  const answer = async ({ id, task }: TaskQuestion<never>): Promise<TaskAnswer<unknown>> => {
    try {
      return { id, answer: await work(task) };
    } catch (error) {
      // Whoever asked gets it thrown there.
      return { id, error };
    }
  };
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (question: TaskQuestion<never>) => {
    last = last.then(async () => parentPort?.postMessage(await answer(question)));
  });
}
