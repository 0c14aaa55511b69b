/**
 * The root that an isolated handler sees: the system's programs, its own package read-only, and empty places to
 * write. Text for a shell that runs in fresh namespaces; starts nothing.
 */
import { hostPath } from '../environment'

export interface SmallRoot {
  /** An empty folder; the root is mounted over it, seen by the handler's namespace only. */
  readonly mountPoint: string
  /** The package. It lies at the same path inside, read-only. */
  readonly folder: string
  /** A folder that is empty and writable inside. */
  readonly home: string
  readonly workingDirectory: string
  /** Folders of the job. Nothing of them is seen, also where they lie in a folder of the system's programs. */
  readonly covered: readonly string[]
  /** Whether the handler becomes the user `nobody`; in a user namespace there is no second user. */
  readonly isOtherUser: boolean
}

/** User and group `nobody` of every Linux distribution. */
const nobody = 65534
const systemFolder = /^\/(?:usr|bin|sbin|lib\w*)\/./

/**
 * Composes the arguments of a shell that makes the root, moves into it and becomes the program.
 *
 * @param root folders and user
 * @param program absolute path and arguments
 * @returns arguments for `sh`. File descriptor 3 gets a byte when everything is done; before that, every failure ends
 *   the shell with its text on the error stream
 * @see pivot_root(2), mount_namespaces(7) and setpriv(1)
 */
export function smallRootArguments(root: SmallRoot, program: readonly string[]): readonly string[] {
  const { mountPoint, folder, home, workingDirectory, covered, isOtherUser } = root
  const owner = isOtherUser ? String(nobody) : ''
  const hidden = covered.filter((path) => systemFolder.test(path)).join('\n')
  return ['-c', script, 'sh', mountPoint, folder, home, workingDirectory, owner, hidden, ...program]
}

// Names of the runner's folders do not occur: what is not listed here is not there. `nosuid` and `nodev` are set
// throughout, also because a user namespace may not take them off again where the system has set them.
const script = `set -eu
PATH=${hostPath}
root=$1 folder=$2 home=$3 start=$4 owner=$5 hidden=$6
shift 6
ip link set lo up 2>&- || ifconfig lo up 2>&- || perl -e '$r = pack("a16sx14", "lo", 73); socket(S, 2, 2, 0) && ioctl(S, 35092, $r) or die "no loopback: $!"'
{ echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start; } 2>&- || :
[ -z "$owner" ] || chmod -R a+rX "$folder"
mount -t tmpfs -o nosuid,nodev,mode=755 rehearsal "$root"
cd "$root"
mkdir dev dev/shm etc etc/ssl proc tmp usr old
chmod 1777 tmp dev/shm
readonly_bind() { mount --bind -o ro,nosuid,nodev "$1" "$2"; }
readonly_bind /usr usr
links=
for name in bin sbin lib lib32 lib64 libx32; do
  if [ -h "/$name" ]; then links="$links /$name"
  elif [ -d "/$name" ]; then mkdir "$name"; readonly_bind "/$name" "$name"; fi
done
[ -z "$links" ] || cp -P $links .
for name in ssl/certs pki alternatives; do
  if [ -d "/etc/$name" ]; then mkdir "etc/$name"; readonly_bind "/etc/$name" "etc/$name"; fi
done
cd /etc
cp ld.so.cache localtime timezone os-release nsswitch.conf services protocols mime.types "$root/etc" 2>&- || :
cd "$root"
echo 'root:x:0:0::/:/bin/sh
nobody:x:65534:65534::/:/bin/sh' >etc/passwd
echo 'root:x:0:
nogroup:x:65534:' >etc/group
echo '127.0.0.1 localhost
::1 localhost' >etc/hosts
echo 'nameserver 127.0.0.1' >etc/resolv.conf
uname -n >etc/hostname
cp -P /dev/fd /dev/stdin /dev/stdout /dev/stderr dev 2>&- || :
for name in null zero full urandom; do : >"dev/$name"; mount --bind "/dev/$name" "dev/$name"; done
ln -s urandom dev/random
IFS='
'
for path in $hidden; do [ ! -d ".$path" ] || mount -t tmpfs -o nosuid,nodev,mode=755 hidden ".$path"; done
[ -d ".$folder" ] || mkdir -p ".$folder"
readonly_bind "$folder" ".$folder"
mkdir -p ".$home"
[ -z "$owner" ] || chown "$owner:$owner" ".$home"
mount -t proc -o nosuid,nodev,noexec proc proc
pivot_root . old
cd /
umount -l old
rmdir old
cd "$start"
unset PWD OLDPWD SHLVL
if [ -n "$owner" ]; then set -- --reuid="$owner" --regid="$owner" --clear-groups "$@"; fi
{ printf 1 >&3; } 2>&- || :
exec setpriv --no-new-privs --inh-caps=-all --bounding-set=-all "$@" 3>&-
`
