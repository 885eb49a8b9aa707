// For tests of what people see then: takes the beginning of every document out of a data folder that no server uses.
import { openBeside } from '@adagia/db/open-database';

export function loseBeginning(dataDir: string): void {
  const database = openBeside(dataDir);
  try {
    database.driver.exec('DELETE FROM document_update WHERE seq = 1; DELETE FROM document_snapshot');
  } finally {
    database.close();
  }
}
