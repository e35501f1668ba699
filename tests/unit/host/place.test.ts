import { describe, expect, test } from 'vitest';
import { placeNotice } from '../../../electron/services/disk/place.ts';

const mounts = `rootfs / rootfs rw 0 0
/dev/sda1 / ext4 rw 0 0
server:/home /net/home nfs4 rw 0 0
//server/share /mnt/toa\\040soan cifs rw 0 0
user@host: /mnt/ssh fuse.sshfs rw 0 0
/dev/sdb1 /net/home/local ext4 rw 0 0`;
const notice = (folder: string, there: Record<string, string[]> = {}) =>
  placeNotice(folder, { mounts, names: (path) => there[path] ?? [] });

describe('the place of the data folder', () => {
  test.each([
    ['/net/home/lan/copydesk', 'nfs4'],
    ['/mnt/toa soan/copydesk', 'cifs'],
    ['/mnt/ssh/x', 'fuse.sshfs'],
  ])('%s lies on another computer', (folder, kind) => {
    expect(notice(folder)).toEqual({ code: 'home.on-network', about: { folder, kind } });
  });

  test.each([
    ['/home/lan/Dropbox/copydesk', 'Dropbox'],
    ['/home/lan/OneDrive - Toà soạn/copydesk', 'OneDrive'],
    ['/home/lan/Google Drive/x', 'Google Drive'],
    ['/Users/lan/Library/Mobile Documents/com~apple~CloudDocs/x', 'iCloud Drive'],
    ['/home/lan/Nextcloud/x', 'Nextcloud'],
  ])('%s is synchronised', (folder, service) => {
    expect(notice(folder)).toEqual({ code: 'home.synchronised', about: { folder, service } });
  });

  test('a folder above that a service has marked is synchronised, whatever it is called', () => {
    expect(notice('/home/lan/viec/copydesk', { '/home/lan/viec': ['.stfolder', 'a.txt'] })).toMatchObject({
      about: { service: 'Syncthing' },
    });
  });

  test.each(['/home/lan/.config/copydesk', '/net/home/local/copydesk', '/net/homestead', '/home/lan/Dropboxes/x'])(
    'nothing is said against %s',
    (folder) => {
      expect(notice(folder)).toBeNull();
    },
  );
});
