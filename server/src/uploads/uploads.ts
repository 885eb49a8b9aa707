// What commands need to take files in.
import { scanFile, type Verdict } from './scan-file.ts';
import { UploadStore } from './upload-store.ts';

export interface Uploads {
  store: UploadStore;
  /** Bytes of one file. */
  sizeMax: number;
  scan(path: string): Promise<Verdict>;
}

export function openUploads(config: { dataDir: string; uploadSizeMax: number; uploadScan: string | null }): Uploads {
  return {
    store: new UploadStore(config.dataDir),
    sizeMax: config.uploadSizeMax,
    scan: (path) => scanFile(config.uploadScan, path),
  };
}
