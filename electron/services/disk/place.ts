import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Notice } from '../../../src/ipc/calls/app.ts';

/** File systems that lie on another computer, by their names in /proc/mounts. */
const NETWORK =
  /^(nfs\d?|cifs|smb\d?|smbfs|9p|afs|ceph|glusterfs|ncpfs|coda|lustre|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|smbnetfs|s3fs|glusterfs|ceph))$/;

/** Services that copy a folder's files behind one's back, by how they name their folder. */
const BY_NAME: [service: string, folder: RegExp][] = [
  ['Dropbox', /^dropbox( \(.+\))?$/i],
  ['OneDrive', /^onedrive( ?- .+)?$/i],
  ['Google Drive', /^(google ?drive( \(.+\))?|my drive|googledrive-.+)$/i],
  ['iCloud Drive', /^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i],
  ['Nextcloud', /^nextcloud\d*$/i],
  ['ownCloud', /^owncloud\d*$/i],
  ['pCloud', /^pcloud ?(drive|sync)$/i],
];

/** The same, by what they leave in it. */
const BY_MARK: [service: string, mark: RegExp][] = [
  ['Syncthing', /^\.stfolder/],
  ['Dropbox', /^\.dropbox(\.cache)?$/],
  ['Nextcloud', /^(\.nextcloudsync\.log|\._?sync_[0-9a-f]+\.db)$/],
  ['ownCloud', /^\.owncloudsync\.log$/],
];

/** What the check reads; a test brings its own. */
export interface Surroundings {
  /** The text of /proc/mounts; empty where there is none. */
  mounts: string;
  /** The names in a folder; none where it cannot be read. */
  names: (folder: string) => string[];
}

const system: Surroundings = {
  mounts: existsSync('/proc/mounts') ? readFileSync('/proc/mounts', 'utf8') : '',
  names: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      // A folder above the data folder may be closed to us; it says nothing then.
      return [];
    }
  },
};

/** The type of the file system that a folder lies on; the last one mounted over the longest way to it. */
function fileSystemOf(folder: string, mounts: string): string {
  let [longest, type] = [-1, ''];
  for (const line of mounts.split('\n')) {
    const [, point = '', kind = ''] = line.split(' ');
    const path = point.replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)));
    const isAbove = folder === path || folder.startsWith(path.endsWith('/') ? path : `${path}/`);
    if (path !== '' && isAbove && path.length >= longest) [longest, type] = [path.length, kind];
  }
  return type;
}

/** The folder and all above it, the nearest first. */
function* upwards(folder: string): Generator<string> {
  for (let here = folder; ; here = dirname(here)) {
    yield here;
    if (dirname(here) === here) return;
  }
}

/**
 * What speaks against a data folder's place: `home.on-network` (`kind`, the file system), where a sync may promise more
 * than the other computer keeps and two computers may write at once; `home.synchronised` (`service`), where files are
 * exchanged under the program. Both name the `folder`; null where nothing is known against it.
 */
export function placeNotice(folder: string, { mounts, names }: Surroundings = system): Notice | null {
  const real = existsSync(folder) ? realpathSync(folder) : folder;
  const kind = /^\\\\[^?.]/.test(real) ? 'smb' : fileSystemOf(real, mounts);
  if (NETWORK.test(kind)) return { code: 'home.on-network', about: { folder, kind } };
  for (const here of upwards(real)) {
    const name = here.split(/[\\/]/).at(-1) ?? '';
    const there = names(here);
    const [service] =
      BY_NAME.find(([, pattern]) => pattern.test(name)) ??
      BY_MARK.find(([, mark]) => there.some((one) => mark.test(one))) ??
      [];
    if (service) return { code: 'home.synchronised', about: { folder, service } };
  }
  return null;
}
