// A product with people in front of it, as most browser tests begin: partners in a proposal of their own, or the people of
// the demo in its worked example. Each has a browser; what they do there is in people.ts.
import type { Browser } from '@playwright/test';
import {
  createProposal,
  goTo,
  invite,
  join,
  openBrowser,
  type PersonAtScreen,
  saved,
  signInDemo,
  signUp,
} from './people.ts';
import { Product, type ProductOptions } from './product.ts';

type Names = readonly [string, ...string[]];
/** One for each name. */
type People<N extends Names> = { [Place in keyof N]: PersonAtScreen };

export class Company<N extends Names> {
  readonly product: Product;
  readonly people: People<N>;

  private constructor(product: Product, people: People<N>) {
    this.product = product;
    this.people = people;
  }

  /** A server of their own and a browser for each of them, and nothing else yet. */
  static async open<const N extends Names>(
    browser: Browser,
    names: N,
    options: ProductOptions = {},
  ): Promise<Company<N>> {
    const product = await Product.start({ ...options, env: { ADAGIA_TEST_HOOKS: '1', ...options.env } });
    const people = await Promise.all(names.map((name) => openBrowser(browser, product, name)));
    return new Company(product, people as unknown as People<N>);
  }

  async leave(): Promise<void> {
    const everybody: readonly PersonAtScreen[] = this.people;
    await Promise.all(everybody.map(({ context }) => context.close()));
    await this.product.dispose();
  }
}

/** The first one has an account and a new proposal, the others have joined it as partners; all are on its page Write. */
export async function beginProposal([first, ...others]: readonly [PersonAtScreen, ...PersonAtScreen[]]): Promise<void> {
  await signUp(first);
  await createProposal(first, 'Next Door Online', 'NEXTDOOR');
  for (const other of others) await join(other, await invite(first, 'Editor'));
  if (others.length > 0) await goTo(first, 'Write');
}

export async function writeTogether<const N extends Names>(
  browser: Browser,
  names: N,
  options?: ProductOptions,
): Promise<Company<N>> {
  const company = await Company.open(browser, names, options);
  await beginProposal(company.people);
  return company;
}

/** In the worked example of a cooperation partnership. */
export async function openDemo<const N extends Names>(browser: Browser, names: N): Promise<Company<N>> {
  const company = await Company.open(browser, names, { args: ['--demo'] });
  const everybody: readonly PersonAtScreen[] = company.people;
  await Promise.all(
    everybody.map(async (person) => {
      await signInDemo(person);
      await person.page.getByRole('link', { name: 'NEXTDOOR' }).click();
      await saved(person.page);
    }),
  );
  return company;
}
