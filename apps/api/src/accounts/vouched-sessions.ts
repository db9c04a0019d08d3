import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** A session for somebody whom a directory vouches for, with no password asked. It has no address at all: what has none can be called, and never served. */
export function vouchedSessions() {
  return {
    id: 'portee-vouched-sessions',
    endpoints: {
      openVouchedSession: createAuthEndpoint({ method: 'POST', body: z.object({ personId: z.string() }) }, async (context) => {
        const user = await context.context.internalAdapter.findUserById(context.body.personId);
        if (user === null) return context.json({ isOpen: false });
        await setSessionCookie(context, { session: await context.context.internalAdapter.createSession(user.id), user });
        return context.json({ isOpen: true });
      }),
    },
  };
}
