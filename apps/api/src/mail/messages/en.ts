import type { MailKey } from './fr.js';

export const en: Record<MailKey, string> = {
  'hello': 'Hello {name},',
  'copy': 'The button does nothing? Copy this address into your browser:',
  'foot': 'Portée, honest measuring of the reach of your networks. This message is sent by a program: nobody reads replies.',

  'role.owner': 'Owner',
  'role.coordinator': 'Coordination',
  'role.contributor': 'Contribution',
  'role.reader': 'Reading',

  'invitation.subject': '{organisation} awaits you on Portée',
  'invitation.text.by': '{inviter} invites you to join {organisation} on Portée, with the role “{role}”.',
  'invitation.text': 'You are invited to join {organisation} on Portée, with the role “{role}”.',
  'invitation.what': 'Portée shows how many people the posts of {organisation} really reach, and what can be learned from it.',
  'invitation.act': 'Accept the invitation',
  'invitation.note': 'The link is yours alone: do not pass it on. It is good until {day}, and serves once. If you did not expect this invitation, do nothing: no account is made.',

  'password-reset.subject': 'Choose a new password',
  'password-reset.text': 'Somebody, most likely you, asked to choose a new password for your Portée account.',
  'password-reset.act': 'Choose a password',
  'password-reset.note': 'The link is good for {minutes, plural, one {# minute} other {# minutes}} and serves once. If you asked for nothing, do nothing: your password stays the same.',

  'password-changed.subject': 'Your password has changed',
  'password-changed.text': 'The password of your Portée account has just been changed, and your other devices were signed out.',
  'password-changed.act': 'It was not me',
  'password-changed.note': 'If it was you, there is nothing to do. If not, choose another password at once.',

  'address-confirm.subject': 'Confirm your new address',
  'address-confirm.text': 'You asked to use this address for your Portée account. Confirm it, and it takes the place of the former one.',
  'address-confirm.act': 'Confirm this address',
  'address-confirm.note': 'The link is good for {hours, plural, one {# hour} other {# hours}}. If you asked for nothing, do nothing: nothing changes.',

  'address-changed.subject': 'The address of your account has changed',
  'address-changed.text': 'Your Portée account now answers to the address {address}, and no longer to this one.',
  'address-changed.note': 'If it was not you, tell the person who manages Portée at your organisation without delay.',

  'channel-trouble.subject': '{channel}: Portée can no longer read this channel',
  'channel-trouble.text': 'Portée can no longer read {channel} ({network}), of {organisation}: the access has ended, or was withdrawn.',
  'channel-trouble.what': 'Nothing that was read is lost. The next figures will be missing until the channel is connected again, and some networks do not give them later.',
  'channel-trouble.act': 'Connect the channel again',
  'channel-trouble.note': 'Portée writes once for each breakdown, to owners and coordination. You can stop these warnings: Settings, My account.',

  'report-ready.subject': 'Report of {month}, to be read before it leaves',
  'report-ready.text': 'The report of {month} of {organisation} awaits your approval. It will then leave for {recipients, plural, one {# recipient} other {# recipients}}.',
  'report-ready.open': 'The month is not closed yet: the report tells today’s figures, and they may still move.',
  'report-ready.act': 'Read and send',
  'report-ready.note': 'Without your approval, nothing leaves.',

  'report.subject': '{organisation}: report of {month}',
  'report.text': 'Here is the report of {month} of {organisation}, attached.',
  'report.stop': 'You receive this report because {organisation} sends it to you each month. To stop receiving it:',

};
