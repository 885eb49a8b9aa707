// The windows of Word files, fetched when one is first opened.
import { lazy } from 'react';

export const WordExportDialog = lazy(async () => ({
  default: (await import('./export/word-export-dialog.tsx')).WordExportDialog,
}));
export const WordImportDialog = lazy(async () => ({
  default: (await import('./import/word-import-dialog.tsx')).WordImportDialog,
}));
