import { type Channel, may, type NetworkDescriptor } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { useToast } from '../../ui/toast.js';
import { useDisconnectChannel } from './channel.queries.js';
import { wayToConnect } from './collection-actions.js';

interface ConnectionSectionProps { channel: Channel; network: NetworkDescriptor }

/** The channel's door: opened, opened again, or shut. Nothing where its network cannot be asked, or for those who only read. */
export function ConnectionSection({ channel, network }: ConnectionSectionProps): ReactNode {
  const { t } = useTranslation();
  const { slug, role } = useCurrentOrganisation();
  if (network.connect === null || !may(role, 'manageChannels')) return null;
  const isOpen = channel.state !== 'file' && channel.state !== 'hand';
  return (
    <section className="section" aria-labelledby="channel-connection">
      <header><h2 id="channel-connection">{t('connect.door.title')}</h2><p>{t(sayDoor(channel.state), { network: network.label })}</p></header>
      <div className="row">
        <ButtonLink to={wayToConnect(slug, channel.id)}>{t(isOpen ? 'connect.door.again' : 'connect.door.open')}</ButtonLink>
        {isOpen && <Disconnect channel={channel} />}
      </div>
    </section>
  );
}

function sayDoor(state: Channel['state']): 'connect.door.text' | 'connect.door.still' | 'connect.door.closed' {
  if (state === 'connected') return 'connect.door.text';
  return state === 'file' || state === 'hand' ? 'connect.door.closed' : 'connect.door.still';
}

/** The access is deleted and cannot be taken back, so it is asked once, with what stays. */
function Disconnect({ channel: { id, name } }: { channel: Channel }): ReactNode {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const disconnect = useDisconnectChannel(id);
  const toast = useToast();
  const close = (): void => { setAsking(false); };
  const onDisconnect = (): void => {
    disconnect.mutate(undefined, { onSuccess: () => { close(); toast(t('connect.door.closed.done', { name })); } });
  };
  return (
    <>
      <Button kind="plain" onClick={() => { setAsking(true); }}>{t('connect.door.close')}</Button>
      <Dialog title={t('connect.door.close.title', { name })} isOpen={isAsking} onClose={close}>
        <div className="form">
          {disconnect.error !== null && <FormRefusal>{sayProblem(disconnect.error, t)}</FormRefusal>}
          <p>{t('connect.door.close.text')}</p>
          <div className="row">
            <Button kind="act" isBusy={disconnect.isPending} onClick={onDisconnect}>{t('connect.door.close')}</Button>
            <Button onClick={close}>{t('channel.cancel')}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
