// One worker thread that does one kind of task, started when it is first needed. It keeps the process alive only while
// somebody waits for it. What a task is, is for `serve-tasks.ts` in that thread and for whoever asks.
import { Worker } from 'node:worker_threads';
import type { TaskAnswer, TaskQuestion } from './serve-tasks.ts';

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

export class TaskThread<Task, Answer> {
  readonly #program: URL;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #worker: Worker | null = null;
  #lastId = 0;

  /** @param program a module that calls `serveTasks` */
  constructor(program: URL) {
    this.#program = program;
  }

  /** In the order in which they were asked for. Rejects with what the task threw, or when the thread ends. */
  ask(task: Task): Promise<Answer> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#running().postMessage({ id, task } satisfies TaskQuestion<Task>);
    });
  }

  #running(): Worker {
    this.#worker?.ref();
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#program);
    worker.on('message', (answer: TaskAnswer<Answer>) => this.#take(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('a thread ended')));
    this.#worker = worker;
    return worker;
  }

  #take(answer: TaskAnswer<Answer>): void {
    const asked = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ('error' in answer) asked?.reject(answer.error);
    else asked?.resolve(answer.answer);
  }

  #fail(error: unknown): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
