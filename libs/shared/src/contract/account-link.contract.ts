import { z } from 'zod';
import { password } from './account.contract.js';
import { selfProof } from './deletion.contract.js';
import { instant } from './primitives.contract.js';

const email = z.email().max(254);
const token = z.string().min(1).max(100);

export const askPasswordLink = z.object({ email }).meta({ id: 'AskPasswordLink' });
export type AskPasswordLink = z.infer<typeof askPasswordLink>;
export const choosePassword = z.object({ token, password }).meta({ id: 'ChoosePassword' });
export type ChoosePassword = z.infer<typeof choosePassword>;

export const changeAddress = selfProof.extend({ email }).meta({ id: 'ChangeAddress' });
export type ChangeAddress = z.infer<typeof changeAddress>;
/** `isChanged`: false where the new mailbox has to confirm first. */
export const addressChange = z.object({ isChanged: z.boolean() }).meta({ id: 'AddressChange' });
export type AddressChange = z.infer<typeof addressChange>;
export const confirmAddress = z.object({ token }).meta({ id: 'ConfirmAddress' });
export type ConfirmAddress = z.infer<typeof confirmAddress>;
export const confirmedAddress = z.object({ email: z.string() }).meta({ id: 'ConfirmedAddress' });
export type ConfirmedAddress = z.infer<typeof confirmedAddress>;

/** Told once, to be handed over; what follows its `#` is the secret. Null: a mail carries one to the person, and nobody else sees it. */
export const passwordLink = z.object({ link: z.object({ address: z.string(), expiresAt: instant }).nullable() }).meta({ id: 'PasswordLink' });
export type PasswordLink = z.infer<typeof passwordLink>;
