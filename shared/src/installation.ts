// What the administrator of an installation may do, as capabilities that the server asks for. It gives no rights in proposals:
// whoever looks after the machine reads nobody's text.
export type InstallationCapability =
  /** See who has an account, shut one out, end sessions, name administrators. */
  | 'people.manage'
  /** The list of proposals, without their content; restore and erase deleted ones. */
  | 'proposals.manage'
  /** Sign-in policy, storage, mail test, backups. */
  | 'installation.manage'
  | 'audit.readAll';

export type Standing = 'administrator' | 'person';

export const installationCapabilities: Readonly<Record<Standing, readonly InstallationCapability[]>> = {
  administrator: ['people.manage', 'proposals.manage', 'installation.manage', 'audit.readAll'],
  person: [],
};

export function canInInstallation(standing: Standing, capability: InstallationCapability): boolean {
  return installationCapabilities[standing].includes(capability);
}
