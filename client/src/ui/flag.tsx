// The flag of a country, drawn from what the product carries: no picture is asked for over the network. It always stands beside
// the name or the code of its country and says nothing by itself.
import { countries } from '@adagia/shared/programme/countries';
import { useEffect, useState } from 'react';
import classes from './flag.module.css';

type Flags = Readonly<Record<string, string | undefined>>;

const isoOf = new Map(countries.map(({ code, iso }) => [code, iso]));
/** Asked for once, with the first flag. */
let loading: Promise<Flags> | undefined;

function useFlags(): Flags | null {
  const [flags, setFlags] = useState<Flags | null>(null);
  useEffect(() => {
    let isShown = true;
    loading ??= import('country-flag-icons/string/3x2') as Promise<Flags>;
    void loading.then((all) => isShown && setFlags(all));
    return () => {
      isShown = false;
    };
  }, []);
  return flags;
}

export function Flag({ code }: { code: string }) {
  const svg = useFlags()?.[isoOf.get(code) ?? ''];
  if (!svg) return <span className={classes.flag} aria-hidden />;
  return <img className={classes.flag} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt="" />;
}
