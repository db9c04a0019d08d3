// On its own, without a schema beside it: the page to sign in needs it and must stay light.

/** Where networks send people back to, behind the address of the installation. */
export const CONNECTION_RETURN_PATH = '/api/v1/connections/callback';

/** Where a municipality’s directory sends people back to. */
export const DIRECTORY_RETURN_PATH = '/api/v1/session/directory/return';
