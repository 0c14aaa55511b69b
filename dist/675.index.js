export const id = 675;
export const ids = [675];
export const modules = {

/***/ 4839:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const fs = __webpack_require__(5744)
const path = __webpack_require__(6928)
const mkdirsSync = (__webpack_require__(1089).mkdirsSync)
const utimesMillisSync = (__webpack_require__(6934).utimesMillisSync)
const stat = __webpack_require__(887)

function copySync (src, dest, opts) {
  if (typeof opts === 'function') {
    opts = { filter: opts }
  }

  opts = opts || {}
  opts.clobber = 'clobber' in opts ? !!opts.clobber : true // default to true for now
  opts.overwrite = 'overwrite' in opts ? !!opts.overwrite : opts.clobber // overwrite falls back to clobber

  // Warn about using preserveTimestamps on 32-bit node
  if (opts.preserveTimestamps && process.arch === 'ia32') {
    process.emitWarning(
      'Using the preserveTimestamps option in 32-bit node is not recommended;\n\n' +
      '\tsee https://github.com/jprichardson/node-fs-extra/issues/269',
      'Warning', 'fs-extra-WARN0002'
    )
  }

  const { srcStat, destStat } = stat.checkPathsSync(src, dest, 'copy', opts)
  stat.checkParentPathsSync(src, srcStat, dest, 'copy')
  if (opts.filter && !opts.filter(src, dest)) return
  const destParent = path.dirname(dest)
  if (!fs.existsSync(destParent)) mkdirsSync(destParent)
  return getStats(destStat, src, dest, opts)
}

function getStats (destStat, src, dest, opts) {
  const statSync = opts.dereference ? fs.statSync : fs.lstatSync
  const srcStat = statSync(src)

  if (srcStat.isDirectory()) return onDir(srcStat, destStat, src, dest, opts)
  else if (srcStat.isFile() ||
           srcStat.isCharacterDevice() ||
           srcStat.isBlockDevice()) return onFile(srcStat, destStat, src, dest, opts)
  else if (srcStat.isSymbolicLink()) return onLink(destStat, src, dest, opts)
  else if (srcStat.isSocket()) throw new Error(`Cannot copy a socket file: ${src}`)
  else if (srcStat.isFIFO()) throw new Error(`Cannot copy a FIFO pipe: ${src}`)
  throw new Error(`Unknown file: ${src}`)
}

function onFile (srcStat, destStat, src, dest, opts) {
  if (!destStat) return copyFile(srcStat, src, dest, opts)
  return mayCopyFile(srcStat, src, dest, opts)
}

function mayCopyFile (srcStat, src, dest, opts) {
  if (opts.overwrite) {
    fs.unlinkSync(dest)
    return copyFile(srcStat, src, dest, opts)
  } else if (opts.errorOnExist) {
    throw new Error(`'${dest}' already exists`)
  }
}

function copyFile (srcStat, src, dest, opts) {
  fs.copyFileSync(src, dest)
  if (opts.preserveTimestamps) handleTimestamps(srcStat.mode, src, dest)
  return setDestMode(dest, srcStat.mode)
}

function handleTimestamps (srcMode, src, dest) {
  // Make sure the file is writable before setting the timestamp
  // otherwise open fails with EPERM when invoked with 'r+'
  // (through utimes call)
  if (fileIsNotWritable(srcMode)) makeFileWritable(dest, srcMode)
  return setDestTimestamps(src, dest)
}

function fileIsNotWritable (srcMode) {
  return (srcMode & 0o200) === 0
}

function makeFileWritable (dest, srcMode) {
  return setDestMode(dest, srcMode | 0o200)
}

function setDestMode (dest, srcMode) {
  return fs.chmodSync(dest, srcMode)
}

function setDestTimestamps (src, dest) {
  // The initial srcStat.atime cannot be trusted
  // because it is modified by the read(2) system call
  // (See https://nodejs.org/api/fs.html#fs_stat_time_values)
  const updatedSrcStat = fs.statSync(src)
  return utimesMillisSync(dest, updatedSrcStat.atime, updatedSrcStat.mtime)
}

function onDir (srcStat, destStat, src, dest, opts) {
  if (!destStat) return mkDirAndCopy(srcStat.mode, src, dest, opts)
  return copyDir(src, dest, opts)
}

function mkDirAndCopy (srcMode, src, dest, opts) {
  fs.mkdirSync(dest)
  copyDir(src, dest, opts)
  return setDestMode(dest, srcMode)
}

function copyDir (src, dest, opts) {
  const dir = fs.opendirSync(src)

  try {
    let dirent

    while ((dirent = dir.readSync()) !== null) {
      copyDirItem(dirent.name, src, dest, opts)
    }
  } finally {
    dir.closeSync()
  }
}

function copyDirItem (item, src, dest, opts) {
  const srcItem = path.join(src, item)
  const destItem = path.join(dest, item)
  if (opts.filter && !opts.filter(srcItem, destItem)) return
  const { destStat } = stat.checkPathsSync(srcItem, destItem, 'copy', opts)
  return getStats(destStat, srcItem, destItem, opts)
}

function onLink (destStat, src, dest, opts) {
  let resolvedSrc = fs.readlinkSync(src)
  if (opts.dereference) {
    resolvedSrc = path.resolve(process.cwd(), resolvedSrc)
  }

  if (!destStat) {
    return fs.symlinkSync(resolvedSrc, dest)
  } else {
    let resolvedDest
    try {
      resolvedDest = fs.readlinkSync(dest)
    } catch (err) {
      // dest exists and is a regular file or directory,
      // Windows may throw UNKNOWN error. If dest already exists,
      // fs throws error anyway, so no need to guard against it here.
      if (err.code === 'EINVAL' || err.code === 'UNKNOWN') return fs.symlinkSync(resolvedSrc, dest)
      throw err
    }
    if (opts.dereference) {
      resolvedDest = path.resolve(process.cwd(), resolvedDest)
    }
    // If both symlinks resolve to the same target, they are still distinct symlinks
    // that can be copied/overwritten. Only check subdirectory constraints when
    // the resolved paths are different.
    if (resolvedSrc !== resolvedDest) {
      if (stat.isSrcSubdir(resolvedSrc, resolvedDest)) {
        throw new Error(`Cannot copy '${resolvedSrc}' to a subdirectory of itself, '${resolvedDest}'.`)
      }

      // prevent copy if src is a subdir of dest since unlinking
      // dest in this case would result in removing src contents
      // and therefore a broken symlink would be created.
      if (stat.isSrcSubdir(resolvedDest, resolvedSrc)) {
        throw new Error(`Cannot overwrite '${resolvedDest}' with '${resolvedSrc}'.`)
      }
    }
    return copyLink(resolvedSrc, dest)
  }
}

function copyLink (resolvedSrc, dest) {
  fs.unlinkSync(dest)
  return fs.symlinkSync(resolvedSrc, dest)
}

module.exports = copySync


/***/ }),

/***/ 1759:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const fs = __webpack_require__(3506)
const path = __webpack_require__(6928)
const { mkdirs } = __webpack_require__(1089)
const { pathExists } = __webpack_require__(2881)
const { utimesMillis } = __webpack_require__(6934)
const stat = __webpack_require__(887)
const { asyncIteratorConcurrentProcess } = __webpack_require__(353)

async function copy (src, dest, opts = {}) {
  if (typeof opts === 'function') {
    opts = { filter: opts }
  }

  opts.clobber = 'clobber' in opts ? !!opts.clobber : true // default to true for now
  opts.overwrite = 'overwrite' in opts ? !!opts.overwrite : opts.clobber // overwrite falls back to clobber

  // Warn about using preserveTimestamps on 32-bit node
  if (opts.preserveTimestamps && process.arch === 'ia32') {
    process.emitWarning(
      'Using the preserveTimestamps option in 32-bit node is not recommended;\n\n' +
      '\tsee https://github.com/jprichardson/node-fs-extra/issues/269',
      'Warning', 'fs-extra-WARN0001'
    )
  }

  const { srcStat, destStat } = await stat.checkPaths(src, dest, 'copy', opts)

  await stat.checkParentPaths(src, srcStat, dest, 'copy')

  const include = await runFilter(src, dest, opts)

  if (!include) return

  // check if the parent of dest exists, and create it if it doesn't exist
  const destParent = path.dirname(dest)
  const dirExists = await pathExists(destParent)
  if (!dirExists) {
    await mkdirs(destParent)
  }

  await getStatsAndPerformCopy(destStat, src, dest, opts)
}

async function runFilter (src, dest, opts) {
  if (!opts.filter) return true
  return opts.filter(src, dest)
}

async function getStatsAndPerformCopy (destStat, src, dest, opts) {
  const statFn = opts.dereference ? fs.stat : fs.lstat
  const srcStat = await statFn(src)

  if (srcStat.isDirectory()) return onDir(srcStat, destStat, src, dest, opts)

  if (
    srcStat.isFile() ||
    srcStat.isCharacterDevice() ||
    srcStat.isBlockDevice()
  ) return onFile(srcStat, destStat, src, dest, opts)

  if (srcStat.isSymbolicLink()) return onLink(destStat, src, dest, opts)
  if (srcStat.isSocket()) throw new Error(`Cannot copy a socket file: ${src}`)
  if (srcStat.isFIFO()) throw new Error(`Cannot copy a FIFO pipe: ${src}`)
  throw new Error(`Unknown file: ${src}`)
}

async function onFile (srcStat, destStat, src, dest, opts) {
  if (!destStat) return copyFile(srcStat, src, dest, opts)

  if (opts.overwrite) {
    await fs.unlink(dest)
    return copyFile(srcStat, src, dest, opts)
  }
  if (opts.errorOnExist) {
    throw new Error(`'${dest}' already exists`)
  }
}

async function copyFile (srcStat, src, dest, opts) {
  await fs.copyFile(src, dest)
  if (opts.preserveTimestamps) {
    // Make sure the file is writable before setting the timestamp
    // otherwise open fails with EPERM when invoked with 'r+'
    // (through utimes call)
    if (fileIsNotWritable(srcStat.mode)) {
      await makeFileWritable(dest, srcStat.mode)
    }

    // Set timestamps and mode correspondingly

    // Note that The initial srcStat.atime cannot be trusted
    // because it is modified by the read(2) system call
    // (See https://nodejs.org/api/fs.html#fs_stat_time_values)
    const updatedSrcStat = await fs.stat(src)
    await utimesMillis(dest, updatedSrcStat.atime, updatedSrcStat.mtime)
  }

  return fs.chmod(dest, srcStat.mode)
}

function fileIsNotWritable (srcMode) {
  return (srcMode & 0o200) === 0
}

function makeFileWritable (dest, srcMode) {
  return fs.chmod(dest, srcMode | 0o200)
}

async function onDir (srcStat, destStat, src, dest, opts) {
  // the dest directory might not exist, create it
  if (!destStat) {
    await fs.mkdir(dest)
  }

  // iterate through the files in the current directory to copy everything
  await asyncIteratorConcurrentProcess(await fs.opendir(src), async (item) => {
    const srcItem = path.join(src, item.name)
    const destItem = path.join(dest, item.name)

    const include = await runFilter(srcItem, destItem, opts)
    // only copy the item if it matches the filter function
    if (include) {
      const { destStat } = await stat.checkPaths(srcItem, destItem, 'copy', opts)
      // If the item is a copyable file, `getStatsAndPerformCopy` will copy it
      // If the item is a directory, `getStatsAndPerformCopy` will call `onDir` recursively
      await getStatsAndPerformCopy(destStat, srcItem, destItem, opts)
    }
  })

  if (!destStat) {
    await fs.chmod(dest, srcStat.mode)
  }
}

async function onLink (destStat, src, dest, opts) {
  let resolvedSrc = await fs.readlink(src)
  if (opts.dereference) {
    resolvedSrc = path.resolve(process.cwd(), resolvedSrc)
  }
  if (!destStat) {
    return fs.symlink(resolvedSrc, dest)
  }

  let resolvedDest = null
  try {
    resolvedDest = await fs.readlink(dest)
  } catch (e) {
    // dest exists and is a regular file or directory,
    // Windows may throw UNKNOWN error. If dest already exists,
    // fs throws error anyway, so no need to guard against it here.
    if (e.code === 'EINVAL' || e.code === 'UNKNOWN') return fs.symlink(resolvedSrc, dest)
    throw e
  }
  if (opts.dereference) {
    resolvedDest = path.resolve(process.cwd(), resolvedDest)
  }
  // If both symlinks resolve to the same target, they are still distinct symlinks
  // that can be copied/overwritten. Only check subdirectory constraints when
  // the resolved paths are different.
  if (resolvedSrc !== resolvedDest) {
    if (stat.isSrcSubdir(resolvedSrc, resolvedDest)) {
      throw new Error(`Cannot copy '${resolvedSrc}' to a subdirectory of itself, '${resolvedDest}'.`)
    }

    // do not copy if src is a subdir of dest since unlinking
    // dest in this case would result in removing src contents
    // and therefore a broken symlink would be created.
    if (stat.isSrcSubdir(resolvedDest, resolvedSrc)) {
      throw new Error(`Cannot overwrite '${resolvedDest}' with '${resolvedSrc}'.`)
    }
  }

  // copy the link
  await fs.unlink(dest)
  return fs.symlink(resolvedSrc, dest)
}

module.exports = copy


/***/ }),

/***/ 5796:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const u = (__webpack_require__(5077).fromPromise)
module.exports = {
  copy: u(__webpack_require__(1759)),
  copySync: __webpack_require__(4839)
}


/***/ }),

/***/ 7882:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const u = (__webpack_require__(5077).fromPromise)
const fs = __webpack_require__(3506)
const path = __webpack_require__(6928)
const mkdir = __webpack_require__(1089)
const remove = __webpack_require__(6205)

const emptyDir = u(async function emptyDir (dir) {
  let items
  try {
    items = await fs.readdir(dir)
  } catch (err) {
    if (err.code !== 'ENOENT') throw err
    return mkdir.mkdirs(dir)
  }

  return Promise.all(items.map(item => remove.remove(path.join(dir, item))))
})

function emptyDirSync (dir) {
  let items
  try {
    items = fs.readdirSync(dir)
  } catch (err) {
    if (err.code !== 'ENOENT') throw err
    return mkdir.mkdirsSync(dir)
  }

  items.forEach(item => {
    item = path.join(dir, item)
    remove.removeSync(item)
  })
}

module.exports = {
  emptyDirSync,
  emptydirSync: emptyDirSync,
  emptyDir,
  emptydir: emptyDir
}


/***/ }),

/***/ 3529:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const u = (__webpack_require__(5077).fromPromise)
const path = __webpack_require__(6928)
const fs = __webpack_require__(3506)
const mkdir = __webpack_require__(1089)

async function createFile (file) {
  let stats
  try {
    stats = await fs.stat(file)
  } catch { }
  if (stats && stats.isFile()) return

  const dir = path.dirname(file)

  let dirStats = null
  try {
    dirStats = await fs.stat(dir)
  } catch (err) {
    // if the directory doesn't exist, make it
    if (err.code === 'ENOENT') {
      await mkdir.mkdirs(dir)
      await fs.writeFile(file, '')
      return
    } else {
      throw err
    }
  }

  if (dirStats.isDirectory()) {
    await fs.writeFile(file, '')
  } else {
    // parent is not a directory
    // This is just to cause an internal ENOTDIR error to be thrown
    await fs.readdir(dir)
  }
}

function createFileSync (file) {
  let stats
  try {
    stats = fs.statSync(file)
  } catch { }
  if (stats && stats.isFile()) return

  const dir = path.dirname(file)
  try {
    if (!fs.statSync(dir).isDirectory()) {
      // parent is not a directory
      // This is just to cause an internal ENOTDIR error to be thrown
      fs.readdirSync(dir)
    }
  } catch (err) {
    // If the stat call above failed because the directory doesn't exist, create it
    if (err && err.code === 'ENOENT') mkdir.mkdirsSync(dir)
    else throw err
  }

  fs.writeFileSync(file, '')
}

module.exports = {
  createFile: u(createFile),
  createFileSync
}


/***/ }),

/***/ 5779:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const { createFile, createFileSync } = __webpack_require__(3529)
const { createLink, createLinkSync } = __webpack_require__(8751)
const { createSymlink, createSymlinkSync } = __webpack_require__(4896)

module.exports = {
  // file
  createFile,
  createFileSync,
  ensureFile: createFile,
  ensureFileSync: createFileSync,
  // link
  createLink,
  createLinkSync,
  ensureLink: createLink,
  ensureLinkSync: createLinkSync,
  // symlink
  createSymlink,
  createSymlinkSync,
  ensureSymlink: createSymlink,
  ensureSymlinkSync: createSymlinkSync
}


/***/ }),

/***/ 8751:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const u = (__webpack_require__(5077).fromPromise)
const path = __webpack_require__(6928)
const fs = __webpack_require__(3506)
const mkdir = __webpack_require__(1089)
const { pathExists } = __webpack_require__(2881)
const { areIdentical } = __webpack_require__(887)

async function createLink (srcpath, dstpath) {
  let dstStat
  try {
    dstStat = await fs.lstat(dstpath, { bigint: true })
  } catch {
    // ignore error
  }

  let srcStat
  try {
    srcStat = await fs.lstat(srcpath, { bigint: true })
  } catch (err) {
    err.message = err.message.replace('lstat', 'ensureLink')
    throw err
  }

  if (dstStat && areIdentical(srcStat, dstStat)) return

  const dir = path.dirname(dstpath)

  const dirExists = await pathExists(dir)

  if (!dirExists) {
    await mkdir.mkdirs(dir)
  }

  await fs.link(srcpath, dstpath)
}

function createLinkSync (srcpath, dstpath) {
  let dstStat
  try {
    dstStat = fs.lstatSync(dstpath, { bigint: true })
  } catch {}

  try {
    const srcStat = fs.lstatSync(srcpath, { bigint: true })
    if (dstStat && areIdentical(srcStat, dstStat)) return
  } catch (err) {
    err.message = err.message.replace('lstat', 'ensureLink')
    throw err
  }

  const dir = path.dirname(dstpath)
  const dirExists = fs.existsSync(dir)
  if (dirExists) return fs.linkSync(srcpath, dstpath)
  mkdir.mkdirsSync(dir)

  return fs.linkSync(srcpath, dstpath)
}

module.exports = {
  createLink: u(createLink),
  createLinkSync
}


/***/ }),

/***/ 3121:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const path = __webpack_require__(6928)
const fs = __webpack_require__(3506)
const { pathExists } = __webpack_require__(2881)

const u = (__webpack_require__(5077).fromPromise)

/**
 * Function that returns two types of paths, one relative to symlink, and one
 * relative to the current working directory. Checks if path is absolute or
 * relative. If the path is relative, this function checks if the path is
 * relative to symlink or relative to current working directory. This is an
 * initiative to find a smarter `srcpath` to supply when building symlinks.
 * This allows you to determine which path to use out of one of three possible
 * types of source paths. The first is an absolute path. This is detected by
 * `path.isAbsolute()`. When an absolute path is provided, it is checked to
 * see if it exists. If it does it's used, if not an error is returned
 * (callback)/ thrown (sync). The other two options for `srcpath` are a
 * relative url. By default Node's `fs.symlink` works by creating a symlink
 * using `dstpath` and expects the `srcpath` to be relative to the newly
 * created symlink. If you provide a `srcpath` that does not exist on the file
 * system it results in a broken symlink. To minimize this, the function
 * checks to see if the 'relative to symlink' source file exists, and if it
 * does it will use it. If it does not, it checks if there's a file that
 * exists that is relative to the current working directory, if does its used.
 * This preserves the expectations of the original fs.symlink spec and adds
 * the ability to pass in `relative to current working direcotry` paths.
 */

async function symlinkPaths (srcpath, dstpath) {
  if (path.isAbsolute(srcpath)) {
    try {
      await fs.lstat(srcpath)
    } catch (err) {
      err.message = err.message.replace('lstat', 'ensureSymlink')
      throw err
    }

    return {
      toCwd: srcpath,
      toDst: srcpath
    }
  }

  const dstdir = path.dirname(dstpath)
  const relativeToDst = path.join(dstdir, srcpath)

  const exists = await pathExists(relativeToDst)
  if (exists) {
    return {
      toCwd: relativeToDst,
      toDst: srcpath
    }
  }

  try {
    await fs.lstat(srcpath)
  } catch (err) {
    err.message = err.message.replace('lstat', 'ensureSymlink')
    throw err
  }

  return {
    toCwd: srcpath,
    toDst: path.relative(dstdir, srcpath)
  }
}

function symlinkPathsSync (srcpath, dstpath) {
  if (path.isAbsolute(srcpath)) {
    const exists = fs.existsSync(srcpath)
    if (!exists) throw new Error('absolute srcpath does not exist')
    return {
      toCwd: srcpath,
      toDst: srcpath
    }
  }

  const dstdir = path.dirname(dstpath)
  const relativeToDst = path.join(dstdir, srcpath)
  const exists = fs.existsSync(relativeToDst)
  if (exists) {
    return {
      toCwd: relativeToDst,
      toDst: srcpath
    }
  }

  const srcExists = fs.existsSync(srcpath)
  if (!srcExists) throw new Error('relative srcpath does not exist')
  return {
    toCwd: srcpath,
    toDst: path.relative(dstdir, srcpath)
  }
}

module.exports = {
  symlinkPaths: u(symlinkPaths),
  symlinkPathsSync
}


/***/ }),

/***/ 7045:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const fs = __webpack_require__(3506)
const u = (__webpack_require__(5077).fromPromise)

async function symlinkType (srcpath, type) {
  if (type) return type

  let stats
  try {
    stats = await fs.lstat(srcpath)
  } catch {
    return 'file'
  }

  return (stats && stats.isDirectory()) ? 'dir' : 'file'
}

function symlinkTypeSync (srcpath, type) {
  if (type) return type

  let stats
  try {
    stats = fs.lstatSync(srcpath)
  } catch {
    return 'file'
  }
  return (stats && stats.isDirectory()) ? 'dir' : 'file'
}

module.exports = {
  symlinkType: u(symlinkType),
  symlinkTypeSync
}


/***/ }),

/***/ 4896:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const u = (__webpack_require__(5077).fromPromise)
const path = __webpack_require__(6928)
const fs = __webpack_require__(3506)

const { mkdirs, mkdirsSync } = __webpack_require__(1089)

const { symlinkPaths, symlinkPathsSync } = __webpack_require__(3121)
const { symlinkType, symlinkTypeSync } = __webpack_require__(7045)

const { pathExists } = __webpack_require__(2881)

const { areIdentical } = __webpack_require__(887)

async function createSymlink (srcpath, dstpath, type) {
  let stats
  try {
    stats = await fs.lstat(dstpath)
  } catch { }

  if (stats && stats.isSymbolicLink()) {
    // When srcpath is relative, resolve it relative to dstpath's directory
    // (standard symlink behavior) or fall back to cwd if that doesn't exist
    let srcStat
    if (path.isAbsolute(srcpath)) {
      srcStat = await fs.stat(srcpath, { bigint: true })
    } else {
      const dstdir = path.dirname(dstpath)
      const relativeToDst = path.join(dstdir, srcpath)
      try {
        srcStat = await fs.stat(relativeToDst, { bigint: true })
      } catch {
        srcStat = await fs.stat(srcpath, { bigint: true })
      }
    }

    // Following the existing symlink fails with ENOENT if it's broken; in that
    // case fall through so fs.symlink reports EEXIST, rather than leaking the
    // stat ENOENT. Any other error is unexpected, so rethrow it.
    let dstStat
    try {
      dstStat = await fs.stat(dstpath, { bigint: true })
    } catch (err) {
      if (err.code !== 'ENOENT') throw err
    }
    if (dstStat && areIdentical(srcStat, dstStat)) return
  }

  const relative = await symlinkPaths(srcpath, dstpath)
  srcpath = relative.toDst
  const toType = await symlinkType(relative.toCwd, type)
  const dir = path.dirname(dstpath)

  if (!(await pathExists(dir))) {
    await mkdirs(dir)
  }

  return fs.symlink(srcpath, dstpath, toType)
}

function createSymlinkSync (srcpath, dstpath, type) {
  let stats
  try {
    stats = fs.lstatSync(dstpath)
  } catch { }
  if (stats && stats.isSymbolicLink()) {
    // When srcpath is relative, resolve it relative to dstpath's directory
    // (standard symlink behavior) or fall back to cwd if that doesn't exist
    let srcStat
    if (path.isAbsolute(srcpath)) {
      srcStat = fs.statSync(srcpath, { bigint: true })
    } else {
      const dstdir = path.dirname(dstpath)
      const relativeToDst = path.join(dstdir, srcpath)
      try {
        srcStat = fs.statSync(relativeToDst, { bigint: true })
      } catch {
        srcStat = fs.statSync(srcpath, { bigint: true })
      }
    }

    // Following the existing symlink fails with ENOENT if it's broken; in that
    // case fall through so fs.symlinkSync reports EEXIST, rather than leaking the
    // stat ENOENT. Any other error is unexpected, so rethrow it.
    let dstStat
    try {
      dstStat = fs.statSync(dstpath, { bigint: true })
    } catch (err) {
      if (err.code !== 'ENOENT') throw err
    }
    if (dstStat && areIdentical(srcStat, dstStat)) return
  }

  const relative = symlinkPathsSync(srcpath, dstpath)
  srcpath = relative.toDst
  type = symlinkTypeSync(relative.toCwd, type)
  const dir = path.dirname(dstpath)
  const exists = fs.existsSync(dir)
  if (exists) return fs.symlinkSync(srcpath, dstpath, type)
  mkdirsSync(dir)
  return fs.symlinkSync(srcpath, dstpath, type)
}

module.exports = {
  createSymlink: u(createSymlink),
  createSymlinkSync
}


/***/ }),

/***/ 3506:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


// This is adapted from https://github.com/normalize/mz
// Copyright (c) 2014-2016 Jonathan Ong me@jongleberry.com and Contributors
const u = (__webpack_require__(5077).fromCallback)
const fs = __webpack_require__(5744)

const api = [
  'access',
  'appendFile',
  'chmod',
  'chown',
  'close',
  'copyFile',
  'cp',
  'fchmod',
  'fchown',
  'fdatasync',
  'fstat',
  'fsync',
  'ftruncate',
  'futimes',
  'glob',
  'lchmod',
  'lchown',
  'lutimes',
  'link',
  'lstat',
  'mkdir',
  'mkdtemp',
  'open',
  'opendir',
  'readdir',
  'readFile',
  'readlink',
  'realpath',
  'rename',
  'rm',
  'rmdir',
  'stat',
  'statfs',
  'symlink',
  'truncate',
  'unlink',
  'utimes',
  'writeFile'
].filter(key => {
  // Some commands are not available on some systems. Ex:
  // fs.cp was added in Node.js v16.7.0
  // fs.statfs was added in Node v19.6.0, v18.15.0
  // fs.glob was added in Node.js v22.0.0
  // fs.lchown is not available on at least some Linux
  return typeof fs[key] === 'function'
})

// Export cloned fs:
Object.assign(exports, fs)

// Universalify async methods:
api.forEach(method => {
  exports[method] = u(fs[method])
})

// We differ from mz/fs in that we still ship the old, broken, fs.exists()
// since we are a drop-in replacement for the native module
exports.exists = function (filename, callback) {
  if (typeof callback === 'function') {
    return fs.exists(filename, callback)
  }
  return new Promise(resolve => {
    return fs.exists(filename, resolve)
  })
}

// fs.read(), fs.write(), fs.readv(), & fs.writev() need special treatment due to multiple callback args

exports.read = function (fd, buffer, offset, length, position, callback) {
  if (typeof callback === 'function') {
    return fs.read(fd, buffer, offset, length, position, callback)
  }
  return new Promise((resolve, reject) => {
    fs.read(fd, buffer, offset, length, position, (err, bytesRead, buffer) => {
      if (err) return reject(err)
      resolve({ bytesRead, buffer })
    })
  })
}

// Function signature can be
// fs.write(fd, buffer[, offset[, length[, position]]], callback)
// OR
// fs.write(fd, string[, position[, encoding]], callback)
// We need to handle both cases, so we use ...args
exports.write = function (fd, buffer, ...args) {
  if (typeof args[args.length - 1] === 'function') {
    return fs.write(fd, buffer, ...args)
  }

  return new Promise((resolve, reject) => {
    fs.write(fd, buffer, ...args, (err, bytesWritten, buffer) => {
      if (err) return reject(err)
      resolve({ bytesWritten, buffer })
    })
  })
}

// Function signature is
// s.readv(fd, buffers[, position], callback)
// We need to handle the optional arg, so we use ...args
exports.readv = function (fd, buffers, ...args) {
  if (typeof args[args.length - 1] === 'function') {
    return fs.readv(fd, buffers, ...args)
  }

  return new Promise((resolve, reject) => {
    fs.readv(fd, buffers, ...args, (err, bytesRead, buffers) => {
      if (err) return reject(err)
      resolve({ bytesRead, buffers })
    })
  })
}

// Function signature is
// s.writev(fd, buffers[, position], callback)
// We need to handle the optional arg, so we use ...args
exports.writev = function (fd, buffers, ...args) {
  if (typeof args[args.length - 1] === 'function') {
    return fs.writev(fd, buffers, ...args)
  }

  return new Promise((resolve, reject) => {
    fs.writev(fd, buffers, ...args, (err, bytesWritten, buffers) => {
      if (err) return reject(err)
      resolve({ bytesWritten, buffers })
    })
  })
}

// fs.realpath.native sometimes not available if fs is monkey-patched
if (typeof fs.realpath.native === 'function') {
  exports.realpath.native = u(fs.realpath.native)
} else {
  process.emitWarning(
    'fs.realpath.native is not a function. Is fs being monkey-patched?',
    'Warning', 'fs-extra-WARN0003'
  )
}


/***/ }),

/***/ 2136:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



module.exports = {
  // Export promiseified graceful-fs:
  ...__webpack_require__(3506),
  // Export extra methods:
  ...__webpack_require__(5796),
  ...__webpack_require__(7882),
  ...__webpack_require__(5779),
  ...__webpack_require__(8471),
  ...__webpack_require__(1089),
  ...__webpack_require__(2076),
  ...__webpack_require__(5229),
  ...__webpack_require__(2881),
  ...__webpack_require__(6205)
}


/***/ }),

/***/ 8471:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const u = (__webpack_require__(5077).fromPromise)
const jsonFile = __webpack_require__(6239)

jsonFile.outputJson = u(__webpack_require__(8515))
jsonFile.outputJsonSync = __webpack_require__(425)
// aliases
jsonFile.outputJSON = jsonFile.outputJson
jsonFile.outputJSONSync = jsonFile.outputJsonSync
jsonFile.writeJSON = jsonFile.writeJson
jsonFile.writeJSONSync = jsonFile.writeJsonSync
jsonFile.readJSON = jsonFile.readJson
jsonFile.readJSONSync = jsonFile.readJsonSync

module.exports = jsonFile


/***/ }),

/***/ 6239:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const jsonFile = __webpack_require__(2064)

module.exports = {
  // jsonfile exports
  readJson: jsonFile.readFile,
  readJsonSync: jsonFile.readFileSync,
  writeJson: jsonFile.writeFile,
  writeJsonSync: jsonFile.writeFileSync
}


/***/ }),

/***/ 425:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const { stringify } = __webpack_require__(9449)
const { outputFileSync } = __webpack_require__(5229)

function outputJsonSync (file, data, options) {
  const str = stringify(data, options)

  outputFileSync(file, str, options)
}

module.exports = outputJsonSync


/***/ }),

/***/ 8515:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const { stringify } = __webpack_require__(9449)
const { outputFile } = __webpack_require__(5229)

async function outputJson (file, data, options = {}) {
  const str = stringify(data, options)

  await outputFile(file, str, options)
}

module.exports = outputJson


/***/ }),

/***/ 1089:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {


const u = (__webpack_require__(5077).fromPromise)
const { makeDir: _makeDir, makeDirSync } = __webpack_require__(9625)
const makeDir = u(_makeDir)

module.exports = {
  mkdirs: makeDir,
  mkdirsSync: makeDirSync,
  // alias
  mkdirp: makeDir,
  mkdirpSync: makeDirSync,
  ensureDir: makeDir,
  ensureDirSync: makeDirSync
}


/***/ }),

/***/ 9625:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {


const fs = __webpack_require__(3506)
const { checkPath } = __webpack_require__(3388)

const getMode = options => {
  const defaults = { mode: 0o777 }
  if (typeof options === 'number') return options
  return ({ ...defaults, ...options }).mode
}

module.exports.makeDir = async (dir, options) => {
  checkPath(dir)

  return fs.mkdir(dir, {
    mode: getMode(options),
    recursive: true
  })
}

module.exports.makeDirSync = (dir, options) => {
  checkPath(dir)

  return fs.mkdirSync(dir, {
    mode: getMode(options),
    recursive: true
  })
}


/***/ }),

/***/ 3388:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

// Adapted from https://github.com/sindresorhus/make-dir
// Copyright (c) Sindre Sorhus <sindresorhus@gmail.com> (sindresorhus.com)
// Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:
// The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

const path = __webpack_require__(6928)

// https://github.com/nodejs/node/issues/8987
// https://github.com/libuv/libuv/pull/1088
module.exports.checkPath = function checkPath (pth) {
  if (process.platform === 'win32') {
    const pathHasInvalidWinCharacters = /[<>:"|?*]/.test(pth.replace(path.parse(pth).root, ''))

    if (pathHasInvalidWinCharacters) {
      const error = new Error(`Path contains invalid characters: ${pth}`)
      error.code = 'EINVAL'
      throw error
    }
  }
}


/***/ }),

/***/ 2076:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const u = (__webpack_require__(5077).fromPromise)
module.exports = {
  move: u(__webpack_require__(7751)),
  moveSync: __webpack_require__(9951)
}


/***/ }),

/***/ 9951:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const fs = __webpack_require__(5744)
const path = __webpack_require__(6928)
const copySync = (__webpack_require__(5796).copySync)
const removeSync = (__webpack_require__(6205).removeSync)
const mkdirpSync = (__webpack_require__(1089).mkdirpSync)
const stat = __webpack_require__(887)

function moveSync (src, dest, opts) {
  opts = opts || {}
  const overwrite = opts.overwrite || opts.clobber || false

  const { srcStat, isChangingCase = false } = stat.checkPathsSync(src, dest, 'move', opts)
  stat.checkParentPathsSync(src, srcStat, dest, 'move')
  if (!isParentRoot(dest)) mkdirpSync(path.dirname(dest))
  return doRename(src, dest, overwrite, isChangingCase)
}

function isParentRoot (dest) {
  const parent = path.dirname(dest)
  const parsedPath = path.parse(parent)
  return parsedPath.root === parent
}

function doRename (src, dest, overwrite, isChangingCase) {
  if (isChangingCase) return rename(src, dest, overwrite)
  if (overwrite) {
    removeSync(dest)
    return rename(src, dest, overwrite)
  }
  if (fs.existsSync(dest)) throw new Error('dest already exists.')
  return rename(src, dest, overwrite)
}

function rename (src, dest, overwrite) {
  try {
    fs.renameSync(src, dest)
  } catch (err) {
    if (err.code !== 'EXDEV') throw err
    return moveAcrossDevice(src, dest, overwrite)
  }
}

function moveAcrossDevice (src, dest, overwrite) {
  const opts = {
    overwrite,
    errorOnExist: true,
    preserveTimestamps: true
  }
  copySync(src, dest, opts)
  return removeSync(src)
}

module.exports = moveSync


/***/ }),

/***/ 7751:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const fs = __webpack_require__(3506)
const path = __webpack_require__(6928)
const { copy } = __webpack_require__(5796)
const { remove } = __webpack_require__(6205)
const { mkdirp } = __webpack_require__(1089)
const { pathExists } = __webpack_require__(2881)
const stat = __webpack_require__(887)

async function move (src, dest, opts = {}) {
  const overwrite = opts.overwrite || opts.clobber || false

  const { srcStat, isChangingCase = false } = await stat.checkPaths(src, dest, 'move', opts)

  await stat.checkParentPaths(src, srcStat, dest, 'move')

  // If the parent of dest is not root, make sure it exists before proceeding
  const destParent = path.dirname(dest)
  const parsedParentPath = path.parse(destParent)
  if (parsedParentPath.root !== destParent) {
    await mkdirp(destParent)
  }

  return doRename(src, dest, overwrite, isChangingCase)
}

async function doRename (src, dest, overwrite, isChangingCase) {
  if (!isChangingCase) {
    if (overwrite) {
      await remove(dest)
    } else if (await pathExists(dest)) {
      throw new Error('dest already exists.')
    }
  }

  try {
    // Try w/ rename first, and try copy + remove if EXDEV
    await fs.rename(src, dest)
  } catch (err) {
    if (err.code !== 'EXDEV') {
      throw err
    }
    await moveAcrossDevice(src, dest, overwrite)
  }
}

async function moveAcrossDevice (src, dest, overwrite) {
  const opts = {
    overwrite,
    errorOnExist: true,
    preserveTimestamps: true
  }

  await copy(src, dest, opts)
  return remove(src)
}

module.exports = move


/***/ }),

/***/ 5229:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const u = (__webpack_require__(5077).fromPromise)
const fs = __webpack_require__(3506)
const path = __webpack_require__(6928)
const mkdir = __webpack_require__(1089)
const pathExists = (__webpack_require__(2881).pathExists)

async function outputFile (file, data, encoding = 'utf-8') {
  const dir = path.dirname(file)

  if (!(await pathExists(dir))) {
    await mkdir.mkdirs(dir)
  }

  return fs.writeFile(file, data, encoding)
}

function outputFileSync (file, ...args) {
  const dir = path.dirname(file)
  if (!fs.existsSync(dir)) {
    mkdir.mkdirsSync(dir)
  }

  fs.writeFileSync(file, ...args)
}

module.exports = {
  outputFile: u(outputFile),
  outputFileSync
}


/***/ }),

/***/ 2881:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {


const u = (__webpack_require__(5077).fromPromise)
const fs = __webpack_require__(3506)

function pathExists (path) {
  return fs.access(path).then(() => true).catch(() => false)
}

module.exports = {
  pathExists: u(pathExists),
  pathExistsSync: fs.existsSync
}


/***/ }),

/***/ 6205:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const fs = __webpack_require__(5744)
const u = (__webpack_require__(5077).fromCallback)

function remove (path, callback) {
  fs.rm(path, { recursive: true, force: true }, callback)
}

function removeSync (path) {
  fs.rmSync(path, { recursive: true, force: true })
}

module.exports = {
  remove: u(remove),
  removeSync
}


/***/ }),

/***/ 353:
/***/ ((module) => {



// https://github.com/jprichardson/node-fs-extra/issues/1056
// Performing parallel operations on each item of an async iterator is
// surprisingly hard; you need to have handlers in place to avoid getting an
// UnhandledPromiseRejectionWarning.
// NOTE: This function does not presently handle return values, only errors
async function asyncIteratorConcurrentProcess (iterator, fn) {
  const promises = []
  for await (const item of iterator) {
    promises.push(
      fn(item).then(
        () => null,
        (err) => err ?? new Error('unknown error')
      )
    )
  }
  await Promise.all(
    promises.map((promise) =>
      promise.then((possibleErr) => {
        if (possibleErr !== null) throw possibleErr
      })
    )
  )
}

module.exports = {
  asyncIteratorConcurrentProcess
}


/***/ }),

/***/ 887:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const fs = __webpack_require__(3506)
const path = __webpack_require__(6928)
const u = (__webpack_require__(5077).fromPromise)

function getStats (src, dest, opts) {
  const statFunc = opts.dereference
    ? (file) => fs.stat(file, { bigint: true })
    : (file) => fs.lstat(file, { bigint: true })
  return Promise.all([
    statFunc(src),
    statFunc(dest).catch(err => {
      if (err.code === 'ENOENT') return null
      throw err
    })
  ]).then(([srcStat, destStat]) => ({ srcStat, destStat }))
}

function getStatsSync (src, dest, opts) {
  let destStat
  const statFunc = opts.dereference
    ? (file) => fs.statSync(file, { bigint: true })
    : (file) => fs.lstatSync(file, { bigint: true })
  const srcStat = statFunc(src)
  try {
    destStat = statFunc(dest)
  } catch (err) {
    if (err.code === 'ENOENT') return { srcStat, destStat: null }
    throw err
  }
  return { srcStat, destStat }
}

async function checkPaths (src, dest, funcName, opts) {
  const { srcStat, destStat } = await getStats(src, dest, opts)
  if (destStat) {
    if (areIdentical(srcStat, destStat)) {
      const srcBaseName = path.basename(src)
      const destBaseName = path.basename(dest)
      if (funcName === 'move' &&
        srcBaseName !== destBaseName &&
        isCosmeticRename(srcBaseName, destBaseName)) {
        return { srcStat, destStat, isChangingCase: true }
      }
      throw new Error('Source and destination must not be the same.')
    }
    if (srcStat.isDirectory() && !destStat.isDirectory()) {
      throw new Error(`Cannot overwrite non-directory '${dest}' with directory '${src}'.`)
    }
    if (!srcStat.isDirectory() && destStat.isDirectory()) {
      throw new Error(`Cannot overwrite directory '${dest}' with non-directory '${src}'.`)
    }
  }

  if (srcStat.isDirectory() && isSrcSubdir(src, dest)) {
    throw new Error(errMsg(src, dest, funcName))
  }

  return { srcStat, destStat }
}

function checkPathsSync (src, dest, funcName, opts) {
  const { srcStat, destStat } = getStatsSync(src, dest, opts)

  if (destStat) {
    if (areIdentical(srcStat, destStat)) {
      const srcBaseName = path.basename(src)
      const destBaseName = path.basename(dest)
      if (funcName === 'move' &&
        srcBaseName !== destBaseName &&
        isCosmeticRename(srcBaseName, destBaseName)) {
        return { srcStat, destStat, isChangingCase: true }
      }
      throw new Error('Source and destination must not be the same.')
    }
    if (srcStat.isDirectory() && !destStat.isDirectory()) {
      throw new Error(`Cannot overwrite non-directory '${dest}' with directory '${src}'.`)
    }
    if (!srcStat.isDirectory() && destStat.isDirectory()) {
      throw new Error(`Cannot overwrite directory '${dest}' with non-directory '${src}'.`)
    }
  }

  if (srcStat.isDirectory() && isSrcSubdir(src, dest)) {
    throw new Error(errMsg(src, dest, funcName))
  }
  return { srcStat, destStat }
}

// True when src and dest refer to the same inode and their basenames only
// differ in letter case or Unicode normalization form. Some filesystems
// (APFS, most Windows filesystems) silently normalize case and/or Unicode
// representation, so a rename that looks like a no-op string-wise is
// actually the user renaming a file to a visually-identical but
// differently-encoded name, not a genuine "same path" error.
function isCosmeticRename (srcBaseName, destBaseName) {
  return srcBaseName.toLowerCase().normalize('NFC') === destBaseName.toLowerCase().normalize('NFC')
}

// recursively check if dest parent is a subdirectory of src.
// It works for all file types including symlinks since it
// checks the src and dest inodes. It starts from the deepest
// parent and stops once it reaches the src parent or the root path.
async function checkParentPaths (src, srcStat, dest, funcName) {
  const srcParent = path.resolve(path.dirname(src))
  const destParent = path.resolve(path.dirname(dest))
  if (destParent === srcParent || destParent === path.parse(destParent).root) return

  let destStat
  try {
    destStat = await fs.stat(destParent, { bigint: true })
  } catch (err) {
    // The destination parent does not exist yet, but a deeper ancestor might
    // (e.g. when it is a symlink into the source tree). Keep walking up so the
    // self-subdirectory check is not bypassed.
    if (err.code === 'ENOENT') return checkParentPaths(src, srcStat, destParent, funcName)
    throw err
  }

  if (areIdentical(srcStat, destStat)) {
    throw new Error(errMsg(src, dest, funcName))
  }

  return checkParentPaths(src, srcStat, destParent, funcName)
}

function checkParentPathsSync (src, srcStat, dest, funcName) {
  const srcParent = path.resolve(path.dirname(src))
  const destParent = path.resolve(path.dirname(dest))
  if (destParent === srcParent || destParent === path.parse(destParent).root) return
  let destStat
  try {
    destStat = fs.statSync(destParent, { bigint: true })
  } catch (err) {
    // The destination parent does not exist yet, but a deeper ancestor might
    // (e.g. when it is a symlink into the source tree). Keep walking up so the
    // self-subdirectory check is not bypassed.
    if (err.code === 'ENOENT') return checkParentPathsSync(src, srcStat, destParent, funcName)
    throw err
  }
  if (areIdentical(srcStat, destStat)) {
    throw new Error(errMsg(src, dest, funcName))
  }
  return checkParentPathsSync(src, srcStat, destParent, funcName)
}

function areIdentical (srcStat, destStat) {
  // stat.dev can be 0n on windows when node version >= 22.x.x
  return destStat.ino !== undefined && destStat.dev !== undefined && destStat.ino === srcStat.ino && destStat.dev === srcStat.dev
}

// return true if dest is a subdir of src, otherwise false.
// It only checks the path strings.
function isSrcSubdir (src, dest) {
  const srcArr = path.resolve(src).split(path.sep).filter(i => i)
  const destArr = path.resolve(dest).split(path.sep).filter(i => i)
  return srcArr.every((cur, i) => destArr[i] === cur)
}

function errMsg (src, dest, funcName) {
  return `Cannot ${funcName} '${src}' to a subdirectory of itself, '${dest}'.`
}

module.exports = {
  // checkPaths
  checkPaths: u(checkPaths),
  checkPathsSync,
  // checkParent
  checkParentPaths: u(checkParentPaths),
  checkParentPathsSync,
  // Misc
  isSrcSubdir,
  areIdentical
}


/***/ }),

/***/ 6934:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const fs = __webpack_require__(3506)
const u = (__webpack_require__(5077).fromPromise)

async function utimesMillis (path, atime, mtime) {
  const fd = await fs.open(path, 'r+')

  let error = null

  try {
    await fs.futimes(fd, atime, mtime)
  } catch (futimesErr) {
    error = futimesErr
  } finally {
    try {
      await fs.close(fd)
    } catch (closeErr) {
      if (!error) error = closeErr
    }
  }

  if (error) {
    throw error
  }
}

function utimesMillisSync (path, atime, mtime) {
  const fd = fs.openSync(path, 'r+')

  let error = null

  try {
    fs.futimesSync(fd, atime, mtime)
  } catch (futimesErr) {
    error = futimesErr
  } finally {
    try {
      fs.closeSync(fd)
    } catch (closeErr) {
      if (!error) error = closeErr
    }
  }

  if (error) {
    throw error
  }
}

module.exports = {
  utimesMillis: u(utimesMillis),
  utimesMillisSync
}


/***/ }),

/***/ 3964:
/***/ ((module) => {



module.exports = clone

var getPrototypeOf = Object.getPrototypeOf || function (obj) {
  return obj.__proto__
}

function clone (obj) {
  if (obj === null || typeof obj !== 'object')
    return obj

  if (obj instanceof Object)
    var copy = { __proto__: getPrototypeOf(obj) }
  else
    var copy = Object.create(null)

  Object.getOwnPropertyNames(obj).forEach(function (key) {
    Object.defineProperty(copy, key, Object.getOwnPropertyDescriptor(obj, key))
  })

  return copy
}


/***/ }),

/***/ 5744:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

var fs = __webpack_require__(9896)
var polyfills = __webpack_require__(3501)
var legacy = __webpack_require__(2270)
var clone = __webpack_require__(3964)

var util = __webpack_require__(9023)

/* istanbul ignore next - node 0.x polyfill */
var gracefulQueue
var previousSymbol

/* istanbul ignore else - node 0.x polyfill */
if (typeof Symbol === 'function' && typeof Symbol.for === 'function') {
  gracefulQueue = Symbol.for('graceful-fs.queue')
  // This is used in testing by future versions
  previousSymbol = Symbol.for('graceful-fs.previous')
} else {
  gracefulQueue = '___graceful-fs.queue'
  previousSymbol = '___graceful-fs.previous'
}

function noop () {}

function publishQueue(context, queue) {
  Object.defineProperty(context, gracefulQueue, {
    get: function() {
      return queue
    }
  })
}

var debug = noop
if (util.debuglog)
  debug = util.debuglog('gfs4')
else if (/\bgfs4\b/i.test(process.env.NODE_DEBUG || ''))
  debug = function() {
    var m = util.format.apply(util, arguments)
    m = 'GFS4: ' + m.split(/\n/).join('\nGFS4: ')
    console.error(m)
  }

// Once time initialization
if (!fs[gracefulQueue]) {
  // This queue can be shared by multiple loaded instances
  var queue = global[gracefulQueue] || []
  publishQueue(fs, queue)

  // Patch fs.close/closeSync to shared queue version, because we need
  // to retry() whenever a close happens *anywhere* in the program.
  // This is essential when multiple graceful-fs instances are
  // in play at the same time.
  fs.close = (function (fs$close) {
    function close (fd, cb) {
      return fs$close.call(fs, fd, function (err) {
        // This function uses the graceful-fs shared queue
        if (!err) {
          resetQueue()
        }

        if (typeof cb === 'function')
          cb.apply(this, arguments)
      })
    }

    Object.defineProperty(close, previousSymbol, {
      value: fs$close
    })
    return close
  })(fs.close)

  fs.closeSync = (function (fs$closeSync) {
    function closeSync (fd) {
      // This function uses the graceful-fs shared queue
      fs$closeSync.apply(fs, arguments)
      resetQueue()
    }

    Object.defineProperty(closeSync, previousSymbol, {
      value: fs$closeSync
    })
    return closeSync
  })(fs.closeSync)

  if (/\bgfs4\b/i.test(process.env.NODE_DEBUG || '')) {
    process.on('exit', function() {
      debug(fs[gracefulQueue])
      __webpack_require__(2613).equal(fs[gracefulQueue].length, 0)
    })
  }
}

if (!global[gracefulQueue]) {
  publishQueue(global, fs[gracefulQueue]);
}

module.exports = patch(clone(fs))
if (process.env.TEST_GRACEFUL_FS_GLOBAL_PATCH && !fs.__patched) {
    module.exports = patch(fs)
    fs.__patched = true;
}

function patch (fs) {
  // Everything that references the open() function needs to be in here
  polyfills(fs)
  fs.gracefulify = patch

  fs.createReadStream = createReadStream
  fs.createWriteStream = createWriteStream
  var fs$readFile = fs.readFile
  fs.readFile = readFile
  function readFile (path, options, cb) {
    if (typeof options === 'function')
      cb = options, options = null

    return go$readFile(path, options, cb)

    function go$readFile (path, options, cb, startTime) {
      return fs$readFile(path, options, function (err) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([go$readFile, [path, options, cb], err, startTime || Date.now(), Date.now()])
        else {
          if (typeof cb === 'function')
            cb.apply(this, arguments)
        }
      })
    }
  }

  var fs$writeFile = fs.writeFile
  fs.writeFile = writeFile
  function writeFile (path, data, options, cb) {
    if (typeof options === 'function')
      cb = options, options = null

    return go$writeFile(path, data, options, cb)

    function go$writeFile (path, data, options, cb, startTime) {
      return fs$writeFile(path, data, options, function (err) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([go$writeFile, [path, data, options, cb], err, startTime || Date.now(), Date.now()])
        else {
          if (typeof cb === 'function')
            cb.apply(this, arguments)
        }
      })
    }
  }

  var fs$appendFile = fs.appendFile
  if (fs$appendFile)
    fs.appendFile = appendFile
  function appendFile (path, data, options, cb) {
    if (typeof options === 'function')
      cb = options, options = null

    return go$appendFile(path, data, options, cb)

    function go$appendFile (path, data, options, cb, startTime) {
      return fs$appendFile(path, data, options, function (err) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([go$appendFile, [path, data, options, cb], err, startTime || Date.now(), Date.now()])
        else {
          if (typeof cb === 'function')
            cb.apply(this, arguments)
        }
      })
    }
  }

  var fs$copyFile = fs.copyFile
  if (fs$copyFile)
    fs.copyFile = copyFile
  function copyFile (src, dest, flags, cb) {
    if (typeof flags === 'function') {
      cb = flags
      flags = 0
    }
    return go$copyFile(src, dest, flags, cb)

    function go$copyFile (src, dest, flags, cb, startTime) {
      return fs$copyFile(src, dest, flags, function (err) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([go$copyFile, [src, dest, flags, cb], err, startTime || Date.now(), Date.now()])
        else {
          if (typeof cb === 'function')
            cb.apply(this, arguments)
        }
      })
    }
  }

  var fs$readdir = fs.readdir
  fs.readdir = readdir
  var noReaddirOptionVersions = /^v[0-5]\./
  function readdir (path, options, cb) {
    if (typeof options === 'function')
      cb = options, options = null

    var go$readdir = noReaddirOptionVersions.test(process.version)
      ? function go$readdir (path, options, cb, startTime) {
        return fs$readdir(path, fs$readdirCallback(
          path, options, cb, startTime
        ))
      }
      : function go$readdir (path, options, cb, startTime) {
        return fs$readdir(path, options, fs$readdirCallback(
          path, options, cb, startTime
        ))
      }

    return go$readdir(path, options, cb)

    function fs$readdirCallback (path, options, cb, startTime) {
      return function (err, files) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([
            go$readdir,
            [path, options, cb],
            err,
            startTime || Date.now(),
            Date.now()
          ])
        else {
          if (files && files.sort)
            files.sort()

          if (typeof cb === 'function')
            cb.call(this, err, files)
        }
      }
    }
  }

  if (process.version.substr(0, 4) === 'v0.8') {
    var legStreams = legacy(fs)
    ReadStream = legStreams.ReadStream
    WriteStream = legStreams.WriteStream
  }

  var fs$ReadStream = fs.ReadStream
  if (fs$ReadStream) {
    ReadStream.prototype = Object.create(fs$ReadStream.prototype)
    ReadStream.prototype.open = ReadStream$open
  }

  var fs$WriteStream = fs.WriteStream
  if (fs$WriteStream) {
    WriteStream.prototype = Object.create(fs$WriteStream.prototype)
    WriteStream.prototype.open = WriteStream$open
  }

  Object.defineProperty(fs, 'ReadStream', {
    get: function () {
      return ReadStream
    },
    set: function (val) {
      ReadStream = val
    },
    enumerable: true,
    configurable: true
  })
  Object.defineProperty(fs, 'WriteStream', {
    get: function () {
      return WriteStream
    },
    set: function (val) {
      WriteStream = val
    },
    enumerable: true,
    configurable: true
  })

  // legacy names
  var FileReadStream = ReadStream
  Object.defineProperty(fs, 'FileReadStream', {
    get: function () {
      return FileReadStream
    },
    set: function (val) {
      FileReadStream = val
    },
    enumerable: true,
    configurable: true
  })
  var FileWriteStream = WriteStream
  Object.defineProperty(fs, 'FileWriteStream', {
    get: function () {
      return FileWriteStream
    },
    set: function (val) {
      FileWriteStream = val
    },
    enumerable: true,
    configurable: true
  })

  function ReadStream (path, options) {
    if (this instanceof ReadStream)
      return fs$ReadStream.apply(this, arguments), this
    else
      return ReadStream.apply(Object.create(ReadStream.prototype), arguments)
  }

  function ReadStream$open () {
    var that = this
    open(that.path, that.flags, that.mode, function (err, fd) {
      if (err) {
        if (that.autoClose)
          that.destroy()

        that.emit('error', err)
      } else {
        that.fd = fd
        that.emit('open', fd)
        that.read()
      }
    })
  }

  function WriteStream (path, options) {
    if (this instanceof WriteStream)
      return fs$WriteStream.apply(this, arguments), this
    else
      return WriteStream.apply(Object.create(WriteStream.prototype), arguments)
  }

  function WriteStream$open () {
    var that = this
    open(that.path, that.flags, that.mode, function (err, fd) {
      if (err) {
        that.destroy()
        that.emit('error', err)
      } else {
        that.fd = fd
        that.emit('open', fd)
      }
    })
  }

  function createReadStream (path, options) {
    return new fs.ReadStream(path, options)
  }

  function createWriteStream (path, options) {
    return new fs.WriteStream(path, options)
  }

  var fs$open = fs.open
  fs.open = open
  function open (path, flags, mode, cb) {
    if (typeof mode === 'function')
      cb = mode, mode = null

    return go$open(path, flags, mode, cb)

    function go$open (path, flags, mode, cb, startTime) {
      return fs$open(path, flags, mode, function (err, fd) {
        if (err && (err.code === 'EMFILE' || err.code === 'ENFILE'))
          enqueue([go$open, [path, flags, mode, cb], err, startTime || Date.now(), Date.now()])
        else {
          if (typeof cb === 'function')
            cb.apply(this, arguments)
        }
      })
    }
  }

  return fs
}

function enqueue (elem) {
  debug('ENQUEUE', elem[0].name, elem[1])
  fs[gracefulQueue].push(elem)
  retry()
}

// keep track of the timeout between retry() calls
var retryTimer

// reset the startTime and lastTime to now
// this resets the start of the 60 second overall timeout as well as the
// delay between attempts so that we'll retry these jobs sooner
function resetQueue () {
  var now = Date.now()
  for (var i = 0; i < fs[gracefulQueue].length; ++i) {
    // entries that are only a length of 2 are from an older version, don't
    // bother modifying those since they'll be retried anyway.
    if (fs[gracefulQueue][i].length > 2) {
      fs[gracefulQueue][i][3] = now // startTime
      fs[gracefulQueue][i][4] = now // lastTime
    }
  }
  // call retry to make sure we're actively processing the queue
  retry()
}

function retry () {
  // clear the timer and remove it to help prevent unintended concurrency
  clearTimeout(retryTimer)
  retryTimer = undefined

  if (fs[gracefulQueue].length === 0)
    return

  var elem = fs[gracefulQueue].shift()
  var fn = elem[0]
  var args = elem[1]
  // these items may be unset if they were added by an older graceful-fs
  var err = elem[2]
  var startTime = elem[3]
  var lastTime = elem[4]

  // if we don't have a startTime we have no way of knowing if we've waited
  // long enough, so go ahead and retry this item now
  if (startTime === undefined) {
    debug('RETRY', fn.name, args)
    fn.apply(null, args)
  } else if (Date.now() - startTime >= 60000) {
    // it's been more than 60 seconds total, bail now
    debug('TIMEOUT', fn.name, args)
    var cb = args.pop()
    if (typeof cb === 'function')
      cb.call(null, err)
  } else {
    // the amount of time between the last attempt and right now
    var sinceAttempt = Date.now() - lastTime
    // the amount of time between when we first tried, and when we last tried
    // rounded up to at least 1
    var sinceStart = Math.max(lastTime - startTime, 1)
    // backoff. wait longer than the total time we've been retrying, but only
    // up to a maximum of 100ms
    var desiredDelay = Math.min(sinceStart * 1.2, 100)
    // it's been long enough since the last retry, do it again
    if (sinceAttempt >= desiredDelay) {
      debug('RETRY', fn.name, args)
      fn.apply(null, args.concat([startTime]))
    } else {
      // if we can't do this job yet, push it to the end of the queue
      // and let the next iteration check again
      fs[gracefulQueue].push(elem)
    }
  }

  // schedule our next run if one isn't already scheduled
  if (retryTimer === undefined) {
    retryTimer = setTimeout(retry, 0)
  }
}


/***/ }),

/***/ 2270:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

var Stream = (__webpack_require__(2203).Stream)

module.exports = legacy

function legacy (fs) {
  return {
    ReadStream: ReadStream,
    WriteStream: WriteStream
  }

  function ReadStream (path, options) {
    if (!(this instanceof ReadStream)) return new ReadStream(path, options);

    Stream.call(this);

    var self = this;

    this.path = path;
    this.fd = null;
    this.readable = true;
    this.paused = false;

    this.flags = 'r';
    this.mode = 438; /*=0666*/
    this.bufferSize = 64 * 1024;

    options = options || {};

    // Mixin options into this
    var keys = Object.keys(options);
    for (var index = 0, length = keys.length; index < length; index++) {
      var key = keys[index];
      this[key] = options[key];
    }

    if (this.encoding) this.setEncoding(this.encoding);

    if (this.start !== undefined) {
      if ('number' !== typeof this.start) {
        throw TypeError('start must be a Number');
      }
      if (this.end === undefined) {
        this.end = Infinity;
      } else if ('number' !== typeof this.end) {
        throw TypeError('end must be a Number');
      }

      if (this.start > this.end) {
        throw new Error('start must be <= end');
      }

      this.pos = this.start;
    }

    if (this.fd !== null) {
      process.nextTick(function() {
        self._read();
      });
      return;
    }

    fs.open(this.path, this.flags, this.mode, function (err, fd) {
      if (err) {
        self.emit('error', err);
        self.readable = false;
        return;
      }

      self.fd = fd;
      self.emit('open', fd);
      self._read();
    })
  }

  function WriteStream (path, options) {
    if (!(this instanceof WriteStream)) return new WriteStream(path, options);

    Stream.call(this);

    this.path = path;
    this.fd = null;
    this.writable = true;

    this.flags = 'w';
    this.encoding = 'binary';
    this.mode = 438; /*=0666*/
    this.bytesWritten = 0;

    options = options || {};

    // Mixin options into this
    var keys = Object.keys(options);
    for (var index = 0, length = keys.length; index < length; index++) {
      var key = keys[index];
      this[key] = options[key];
    }

    if (this.start !== undefined) {
      if ('number' !== typeof this.start) {
        throw TypeError('start must be a Number');
      }
      if (this.start < 0) {
        throw new Error('start must be >= zero');
      }

      this.pos = this.start;
    }

    this.busy = false;
    this._queue = [];

    if (this.fd === null) {
      this._open = fs.open;
      this._queue.push([this._open, this.path, this.flags, this.mode, undefined]);
      this.flush();
    }
  }
}


/***/ }),

/***/ 3501:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

var constants = __webpack_require__(9140)

var origCwd = process.cwd
var cwd = null

var platform = process.env.GRACEFUL_FS_PLATFORM || process.platform

process.cwd = function() {
  if (!cwd)
    cwd = origCwd.call(process)
  return cwd
}
try {
  process.cwd()
} catch (er) {}

// This check is needed until node.js 12 is required
if (typeof process.chdir === 'function') {
  var chdir = process.chdir
  process.chdir = function (d) {
    cwd = null
    chdir.call(process, d)
  }
  if (Object.setPrototypeOf) Object.setPrototypeOf(process.chdir, chdir)
}

module.exports = patch

function patch (fs) {
  // (re-)implement some things that are known busted or missing.

  // lchmod, broken prior to 0.6.2
  // back-port the fix here.
  if (constants.hasOwnProperty('O_SYMLINK') &&
      process.version.match(/^v0\.6\.[0-2]|^v0\.5\./)) {
    patchLchmod(fs)
  }

  // lutimes implementation, or no-op
  if (!fs.lutimes) {
    patchLutimes(fs)
  }

  // https://github.com/isaacs/node-graceful-fs/issues/4
  // Chown should not fail on einval or eperm if non-root.
  // It should not fail on enosys ever, as this just indicates
  // that a fs doesn't support the intended operation.

  fs.chown = chownFix(fs.chown)
  fs.fchown = chownFix(fs.fchown)
  fs.lchown = chownFix(fs.lchown)

  fs.chmod = chmodFix(fs.chmod)
  fs.fchmod = chmodFix(fs.fchmod)
  fs.lchmod = chmodFix(fs.lchmod)

  fs.chownSync = chownFixSync(fs.chownSync)
  fs.fchownSync = chownFixSync(fs.fchownSync)
  fs.lchownSync = chownFixSync(fs.lchownSync)

  fs.chmodSync = chmodFixSync(fs.chmodSync)
  fs.fchmodSync = chmodFixSync(fs.fchmodSync)
  fs.lchmodSync = chmodFixSync(fs.lchmodSync)

  fs.stat = statFix(fs.stat)
  fs.fstat = statFix(fs.fstat)
  fs.lstat = statFix(fs.lstat)

  fs.statSync = statFixSync(fs.statSync)
  fs.fstatSync = statFixSync(fs.fstatSync)
  fs.lstatSync = statFixSync(fs.lstatSync)

  // if lchmod/lchown do not exist, then make them no-ops
  if (fs.chmod && !fs.lchmod) {
    fs.lchmod = function (path, mode, cb) {
      if (cb) process.nextTick(cb)
    }
    fs.lchmodSync = function () {}
  }
  if (fs.chown && !fs.lchown) {
    fs.lchown = function (path, uid, gid, cb) {
      if (cb) process.nextTick(cb)
    }
    fs.lchownSync = function () {}
  }

  // on Windows, A/V software can lock the directory, causing this
  // to fail with an EACCES or EPERM if the directory contains newly
  // created files.  Try again on failure, for up to 60 seconds.

  // Set the timeout this long because some Windows Anti-Virus, such as Parity
  // bit9, may lock files for up to a minute, causing npm package install
  // failures. Also, take care to yield the scheduler. Windows scheduling gives
  // CPU to a busy looping process, which can cause the program causing the lock
  // contention to be starved of CPU by node, so the contention doesn't resolve.
  if (platform === "win32") {
    fs.rename = typeof fs.rename !== 'function' ? fs.rename
    : (function (fs$rename) {
      function rename (from, to, cb) {
        var start = Date.now()
        var backoff = 0;
        fs$rename(from, to, function CB (er) {
          if (er
              && (er.code === "EACCES" || er.code === "EPERM" || er.code === "EBUSY")
              && Date.now() - start < 60000) {
            setTimeout(function() {
              fs.stat(to, function (stater, st) {
                if (stater && stater.code === "ENOENT")
                  fs$rename(from, to, CB);
                else
                  cb(er)
              })
            }, backoff)
            if (backoff < 100)
              backoff += 10;
            return;
          }
          if (cb) cb(er)
        })
      }
      if (Object.setPrototypeOf) Object.setPrototypeOf(rename, fs$rename)
      return rename
    })(fs.rename)
  }

  // if read() returns EAGAIN, then just try it again.
  fs.read = typeof fs.read !== 'function' ? fs.read
  : (function (fs$read) {
    function read (fd, buffer, offset, length, position, callback_) {
      var callback
      if (callback_ && typeof callback_ === 'function') {
        var eagCounter = 0
        callback = function (er, _, __) {
          if (er && er.code === 'EAGAIN' && eagCounter < 10) {
            eagCounter ++
            return fs$read.call(fs, fd, buffer, offset, length, position, callback)
          }
          callback_.apply(this, arguments)
        }
      }
      return fs$read.call(fs, fd, buffer, offset, length, position, callback)
    }

    // This ensures `util.promisify` works as it does for native `fs.read`.
    if (Object.setPrototypeOf) Object.setPrototypeOf(read, fs$read)
    return read
  })(fs.read)

  fs.readSync = typeof fs.readSync !== 'function' ? fs.readSync
  : (function (fs$readSync) { return function (fd, buffer, offset, length, position) {
    var eagCounter = 0
    while (true) {
      try {
        return fs$readSync.call(fs, fd, buffer, offset, length, position)
      } catch (er) {
        if (er.code === 'EAGAIN' && eagCounter < 10) {
          eagCounter ++
          continue
        }
        throw er
      }
    }
  }})(fs.readSync)

  function patchLchmod (fs) {
    fs.lchmod = function (path, mode, callback) {
      fs.open( path
             , constants.O_WRONLY | constants.O_SYMLINK
             , mode
             , function (err, fd) {
        if (err) {
          if (callback) callback(err)
          return
        }
        // prefer to return the chmod error, if one occurs,
        // but still try to close, and report closing errors if they occur.
        fs.fchmod(fd, mode, function (err) {
          fs.close(fd, function(err2) {
            if (callback) callback(err || err2)
          })
        })
      })
    }

    fs.lchmodSync = function (path, mode) {
      var fd = fs.openSync(path, constants.O_WRONLY | constants.O_SYMLINK, mode)

      // prefer to return the chmod error, if one occurs,
      // but still try to close, and report closing errors if they occur.
      var threw = true
      var ret
      try {
        ret = fs.fchmodSync(fd, mode)
        threw = false
      } finally {
        if (threw) {
          try {
            fs.closeSync(fd)
          } catch (er) {}
        } else {
          fs.closeSync(fd)
        }
      }
      return ret
    }
  }

  function patchLutimes (fs) {
    if (constants.hasOwnProperty("O_SYMLINK") && fs.futimes) {
      fs.lutimes = function (path, at, mt, cb) {
        fs.open(path, constants.O_SYMLINK, function (er, fd) {
          if (er) {
            if (cb) cb(er)
            return
          }
          fs.futimes(fd, at, mt, function (er) {
            fs.close(fd, function (er2) {
              if (cb) cb(er || er2)
            })
          })
        })
      }

      fs.lutimesSync = function (path, at, mt) {
        var fd = fs.openSync(path, constants.O_SYMLINK)
        var ret
        var threw = true
        try {
          ret = fs.futimesSync(fd, at, mt)
          threw = false
        } finally {
          if (threw) {
            try {
              fs.closeSync(fd)
            } catch (er) {}
          } else {
            fs.closeSync(fd)
          }
        }
        return ret
      }

    } else if (fs.futimes) {
      fs.lutimes = function (_a, _b, _c, cb) { if (cb) process.nextTick(cb) }
      fs.lutimesSync = function () {}
    }
  }

  function chmodFix (orig) {
    if (!orig) return orig
    return function (target, mode, cb) {
      return orig.call(fs, target, mode, function (er) {
        if (chownErOk(er)) er = null
        if (cb) cb.apply(this, arguments)
      })
    }
  }

  function chmodFixSync (orig) {
    if (!orig) return orig
    return function (target, mode) {
      try {
        return orig.call(fs, target, mode)
      } catch (er) {
        if (!chownErOk(er)) throw er
      }
    }
  }


  function chownFix (orig) {
    if (!orig) return orig
    return function (target, uid, gid, cb) {
      return orig.call(fs, target, uid, gid, function (er) {
        if (chownErOk(er)) er = null
        if (cb) cb.apply(this, arguments)
      })
    }
  }

  function chownFixSync (orig) {
    if (!orig) return orig
    return function (target, uid, gid) {
      try {
        return orig.call(fs, target, uid, gid)
      } catch (er) {
        if (!chownErOk(er)) throw er
      }
    }
  }

  function statFix (orig) {
    if (!orig) return orig
    // Older versions of Node erroneously returned signed integers for
    // uid + gid.
    return function (target, options, cb) {
      if (typeof options === 'function') {
        cb = options
        options = null
      }
      function callback (er, stats) {
        if (stats) {
          if (stats.uid < 0) stats.uid += 0x100000000
          if (stats.gid < 0) stats.gid += 0x100000000
        }
        if (cb) cb.apply(this, arguments)
      }
      return options ? orig.call(fs, target, options, callback)
        : orig.call(fs, target, callback)
    }
  }

  function statFixSync (orig) {
    if (!orig) return orig
    // Older versions of Node erroneously returned signed integers for
    // uid + gid.
    return function (target, options) {
      var stats = options ? orig.call(fs, target, options)
        : orig.call(fs, target)
      if (stats) {
        if (stats.uid < 0) stats.uid += 0x100000000
        if (stats.gid < 0) stats.gid += 0x100000000
      }
      return stats;
    }
  }

  // ENOSYS means that the fs doesn't support the op. Just ignore
  // that, because it doesn't matter.
  //
  // if there's no getuid, or if getuid() is something other
  // than 0, and the error is EINVAL or EPERM, then just ignore
  // it.
  //
  // This specific case is a silent failure in cp, install, tar,
  // and most other unix tools that manage permissions.
  //
  // When running as root, or if other types of errors are
  // encountered, then it's strict.
  function chownErOk (er) {
    if (!er)
      return true

    if (er.code === "ENOSYS")
      return true

    var nonroot = !process.getuid || process.getuid() !== 0
    if (nonroot) {
      if (er.code === "EINVAL" || er.code === "EPERM")
        return true
    }

    return false
  }
}


/***/ }),

/***/ 2064:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

let _fs
try {
  _fs = __webpack_require__(5744)
} catch (_) {
  _fs = __webpack_require__(9896)
}
const universalify = __webpack_require__(5077)
const { stringify, stripBom } = __webpack_require__(9449)

async function _readFile (file, options = {}) {
  if (typeof options === 'string') {
    options = { encoding: options }
  }

  const fs = options.fs || _fs

  const shouldThrow = 'throws' in options ? options.throws : true

  let data = await universalify.fromCallback(fs.readFile)(file, options)

  data = stripBom(data)

  let obj
  try {
    obj = JSON.parse(data, options ? options.reviver : null)
  } catch (err) {
    if (shouldThrow) {
      err.message = `${file}: ${err.message}`
      throw err
    } else {
      return null
    }
  }

  return obj
}

const readFile = universalify.fromPromise(_readFile)

function readFileSync (file, options = {}) {
  if (typeof options === 'string') {
    options = { encoding: options }
  }

  const fs = options.fs || _fs

  const shouldThrow = 'throws' in options ? options.throws : true

  try {
    let content = fs.readFileSync(file, options)
    content = stripBom(content)
    return JSON.parse(content, options.reviver)
  } catch (err) {
    if (shouldThrow) {
      err.message = `${file}: ${err.message}`
      throw err
    } else {
      return null
    }
  }
}

async function _writeFile (file, obj, options = {}) {
  const fs = options.fs || _fs

  const str = stringify(obj, options)

  await universalify.fromCallback(fs.writeFile)(file, str, options)
}

const writeFile = universalify.fromPromise(_writeFile)

function writeFileSync (file, obj, options = {}) {
  const fs = options.fs || _fs

  const str = stringify(obj, options)
  // not sure if fs.writeFileSync returns anything, but just in case
  return fs.writeFileSync(file, str, options)
}

// NOTE: do not change this export format; required for ESM compat
// see https://github.com/jprichardson/node-jsonfile/pull/162 for details
module.exports = {
  readFile,
  readFileSync,
  writeFile,
  writeFileSync
}


/***/ }),

/***/ 9449:
/***/ ((module) => {

function stringify (obj, { EOL = '\n', finalEOL = true, replacer = null, spaces } = {}) {
  const EOF = finalEOL ? EOL : ''
  const str = JSON.stringify(obj, replacer, spaces)

  if (str === undefined) {
    throw new TypeError(`Converting ${typeof obj} value to JSON is not supported`)
  }

  return str.replace(/\n/g, EOL) + EOF
}

function stripBom (content) {
  // we do this because JSON.parse would convert it to a utf8 string if encoding wasn't specified
  if (Buffer.isBuffer(content)) content = content.toString('utf8')
  return content.replace(/^\uFEFF/, '')
}

module.exports = { stringify, stripBom }


/***/ }),

/***/ 675:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SarifResultBuilder = exports.SarifRuleBuilder = exports.SarifRunBuilder = exports.SarifBuilder = void 0;
const sarif_builder_1 = __webpack_require__(4904);
Object.defineProperty(exports, "SarifBuilder", ({ enumerable: true, get: function () { return sarif_builder_1.SarifBuilder; } }));
const sarif_result_builder_1 = __webpack_require__(5108);
Object.defineProperty(exports, "SarifResultBuilder", ({ enumerable: true, get: function () { return sarif_result_builder_1.SarifResultBuilder; } }));
const sarif_rule_builder_1 = __webpack_require__(1335);
Object.defineProperty(exports, "SarifRuleBuilder", ({ enumerable: true, get: function () { return sarif_rule_builder_1.SarifRuleBuilder; } }));
const sarif_run_builder_1 = __webpack_require__(1760);
Object.defineProperty(exports, "SarifRunBuilder", ({ enumerable: true, get: function () { return sarif_run_builder_1.SarifRunBuilder; } }));


/***/ }),

/***/ 2440:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.EXTENSIONS_LANGUAGES = void 0;
exports.EXTENSIONS_LANGUAGES = {
    1: 'Groff',
    2: 'Groff',
    3: 'Groff',
    4: 'Groff',
    5: 'Groff',
    6: 'Groff',
    7: 'Groff',
    8: 'Groff',
    9: 'Groff',
    abap: 'ABAP',
    asc: 'Public Key',
    ash: 'AGS Script',
    ampl: 'AMPL',
    mod: 'XML',
    g4: 'ANTLR',
    apib: 'API Blueprint',
    apl: 'APL',
    dyalog: 'APL',
    asp: 'ASP',
    asax: 'ASP',
    ascx: 'ASP',
    ashx: 'ASP',
    asmx: 'ASP',
    aspx: 'ASP',
    axd: 'ASP',
    dats: 'ATS',
    hats: 'ATS',
    sats: 'ATS',
    as: 'ActionScript',
    adb: 'Ada',
    ada: 'Ada',
    ads: 'Ada',
    agda: 'Agda',
    als: 'Alloy',
    apacheconf: 'ApacheConf',
    vhost: 'Nginx',
    cls: 'Visual Basic',
    applescript: 'AppleScript',
    scpt: 'AppleScript',
    arc: 'Arc',
    ino: 'Arduino',
    asciidoc: 'AsciiDoc',
    adoc: 'AsciiDoc',
    aj: 'AspectJ',
    asm: 'Assembly',
    a51: 'Assembly',
    inc: 'SourcePawn',
    nasm: 'Assembly',
    aug: 'Augeas',
    ahk: 'AutoHotkey',
    ahkl: 'AutoHotkey',
    au3: 'AutoIt',
    awk: 'Awk',
    auk: 'Awk',
    gawk: 'Awk',
    mawk: 'Awk',
    nawk: 'Awk',
    bat: 'Batchfile',
    cmd: 'Batchfile',
    befunge: 'Befunge',
    bison: 'Bison',
    bb: 'BlitzBasic',
    decls: 'BlitzBasic',
    bmx: 'BlitzMax',
    bsv: 'Bluespec',
    boo: 'Boo',
    b: 'Limbo',
    bf: 'HyPhy',
    brs: 'Brightscript',
    bro: 'Bro',
    c: 'C',
    cats: 'C',
    h: 'Objective-C',
    idc: 'C',
    w: 'C',
    cs: 'Smalltalk',
    cake: 'CoffeeScript',
    cshtml: 'C#',
    csx: 'C#',
    cpp: 'C++',
    'c++': 'C++',
    cc: 'C++',
    cp: 'Component Pascal',
    cxx: 'C++',
    'h++': 'C++',
    hh: 'Hack',
    hpp: 'C++',
    hxx: 'C++',
    inl: 'C++',
    ipp: 'C++',
    tcc: 'C++',
    tpp: 'C++',
    'c-objdump': 'C-ObjDump',
    chs: 'C2hs Haskell',
    clp: 'CLIPS',
    cmake: 'CMake',
    'cmake.in': 'CMake',
    cob: 'COBOL',
    cbl: 'COBOL',
    ccp: 'COBOL',
    cobol: 'COBOL',
    cpy: 'COBOL',
    css: 'CSS',
    csv: 'CSV',
    capnp: "Cap'n Proto",
    mss: 'CartoCSS',
    ceylon: 'Ceylon',
    chpl: 'Chapel',
    ch: 'xBase',
    ck: 'ChucK',
    cirru: 'Cirru',
    clw: 'Clarion',
    icl: 'Clean',
    dcl: 'Clean',
    click: 'Click',
    clj: 'Clojure',
    boot: 'Clojure',
    cl2: 'Clojure',
    cljc: 'Clojure',
    cljs: 'Clojure',
    'cljs.hl': 'Clojure',
    cljscm: 'Clojure',
    cljx: 'Clojure',
    hic: 'Clojure',
    coffee: 'CoffeeScript',
    _coffee: 'CoffeeScript',
    cjsx: 'CoffeeScript',
    cson: 'CoffeeScript',
    iced: 'CoffeeScript',
    cfm: 'ColdFusion',
    cfml: 'ColdFusion',
    cfc: 'ColdFusion CFC',
    lisp: 'NewLisp',
    asd: 'Common Lisp',
    cl: 'OpenCL',
    l: 'PicoLisp',
    lsp: 'NewLisp',
    ny: 'Common Lisp',
    podsl: 'Common Lisp',
    sexp: 'Common Lisp',
    cps: 'Component Pascal',
    coq: 'Coq',
    v: 'Verilog',
    cppobjdump: 'Cpp-ObjDump',
    'c++-objdump': 'Cpp-ObjDump',
    'c++objdump': 'Cpp-ObjDump',
    'cpp-objdump': 'Cpp-ObjDump',
    'cxx-objdump': 'Cpp-ObjDump',
    creole: 'Creole',
    cr: 'Crystal',
    feature: 'Cucumber',
    cu: 'Cuda',
    cuh: 'Cuda',
    cy: 'Cycript',
    pyx: 'Cython',
    pxd: 'Cython',
    pxi: 'Cython',
    d: 'Makefile',
    di: 'D',
    'd-objdump': 'D-ObjDump',
    com: 'DIGITAL Command Language',
    dm: 'DM',
    zone: 'DNS Zone',
    arpa: 'DNS Zone',
    darcspatch: 'Darcs Patch',
    dpatch: 'Darcs Patch',
    dart: 'Dart',
    diff: 'Diff',
    patch: 'Diff',
    dockerfile: 'Dockerfile',
    djs: 'Dogescript',
    dylan: 'Dylan',
    dyl: 'Dylan',
    intr: 'Dylan',
    lid: 'Dylan',
    E: 'E',
    ecl: 'ECLiPSe',
    eclxml: 'ECL',
    sch: 'KiCad',
    brd: 'KiCad',
    epj: 'Ecere Projects',
    e: 'Eiffel',
    ex: 'Elixir',
    exs: 'Elixir',
    elm: 'Elm',
    el: 'Emacs Lisp',
    emacs: 'Emacs Lisp',
    'emacs.desktop': 'Emacs Lisp',
    em: 'EmberScript',
    emberscript: 'EmberScript',
    erl: 'Erlang',
    es: 'JavaScript',
    escript: 'Erlang',
    hrl: 'Erlang',
    xrl: 'Erlang',
    yrl: 'Erlang',
    fs: 'GLSL',
    fsi: 'F#',
    fsx: 'F#',
    fx: 'HLSL',
    flux: 'FLUX',
    f90: 'FORTRAN',
    f: 'Forth',
    f03: 'FORTRAN',
    f08: 'FORTRAN',
    f77: 'FORTRAN',
    f95: 'FORTRAN',
    for: 'Forth',
    fpp: 'FORTRAN',
    factor: 'Factor',
    fy: 'Fancy',
    fancypack: 'Fancy',
    fan: 'Fantom',
    'eam.fs': 'Formatted',
    fth: 'Forth',
    '4th': 'Forth',
    forth: 'Forth',
    fr: 'Text',
    frt: 'Forth',
    ftl: 'FreeMarker',
    g: 'GAP',
    gco: 'G-code',
    gcode: 'G-code',
    gms: 'GAMS',
    gap: 'GAP',
    gd: 'GDScript',
    gi: 'GAP',
    tst: 'Scilab',
    s: 'GAS',
    ms: 'MAXScript',
    glsl: 'GLSL',
    fp: 'GLSL',
    frag: 'JavaScript',
    frg: 'GLSL',
    fsh: 'GLSL',
    fshader: 'GLSL',
    geo: 'GLSL',
    geom: 'GLSL',
    glslv: 'GLSL',
    gshader: 'GLSL',
    shader: 'GLSL',
    vert: 'GLSL',
    vrx: 'GLSL',
    vsh: 'GLSL',
    vshader: 'GLSL',
    gml: 'XML',
    kid: 'Genshi',
    ebuild: 'Gentoo Ebuild',
    eclass: 'Gentoo Eclass',
    po: 'Gettext Catalog',
    pot: 'Gettext Catalog',
    glf: 'Glyph',
    gp: 'Gnuplot',
    gnu: 'Gnuplot',
    gnuplot: 'Gnuplot',
    plot: 'Gnuplot',
    plt: 'Gnuplot',
    go: 'Go',
    golo: 'Golo',
    gs: 'JavaScript',
    gst: 'Gosu',
    gsx: 'Gosu',
    vark: 'Gosu',
    grace: 'Grace',
    gradle: 'Gradle',
    gf: 'Grammatical Framework',
    graphql: 'GraphQL',
    dot: 'Graphviz (DOT)',
    gv: 'Graphviz (DOT)',
    man: 'Groff',
    '1in': 'Groff',
    '1m': 'Groff',
    '1x': 'Groff',
    '3in': 'Groff',
    '3m': 'Groff',
    '3qt': 'Groff',
    '3x': 'Groff',
    me: 'Groff',
    n: 'Nemerle',
    rno: 'Groff',
    roff: 'Groff',
    groovy: 'Groovy',
    grt: 'Groovy',
    gtpl: 'Groovy',
    gvy: 'Groovy',
    gsp: 'Groovy Server Pages',
    hcl: 'HCL',
    tf: 'HCL',
    hlsl: 'HLSL',
    fxh: 'HLSL',
    hlsli: 'HLSL',
    html: 'HTML',
    htm: 'HTML',
    'html.hl': 'HTML',
    st: 'Smalltalk',
    xht: 'HTML',
    xhtml: 'HTML',
    mustache: 'HTML+Django',
    jinja: 'HTML+Django',
    eex: 'HTML+EEX',
    erb: 'HTML+ERB',
    'erb.deface': 'HTML+ERB',
    phtml: 'HTML+PHP',
    http: 'HTTP',
    php: 'PHP',
    haml: 'Haml',
    'haml.deface': 'Haml',
    handlebars: 'Handlebars',
    hbs: 'Handlebars',
    hb: 'Harbour',
    hs: 'Haskell',
    hsc: 'Haskell',
    hx: 'Haxe',
    hxsl: 'Haxe',
    hy: 'Hy',
    pro: 'QMake',
    dlm: 'IDL',
    ipf: 'IGOR Pro',
    ini: 'INI',
    cfg: 'INI',
    prefs: 'INI',
    properties: 'INI',
    irclog: 'IRC log',
    weechatlog: 'IRC log',
    idr: 'Idris',
    lidr: 'Idris',
    ni: 'Inform 7',
    i7x: 'Inform 7',
    iss: 'Inno Setup',
    io: 'Io',
    ik: 'Ioke',
    thy: 'Isabelle',
    ijs: 'J',
    flex: 'JFlex',
    jflex: 'JFlex',
    json: 'JSON',
    geojson: 'JSON',
    lock: 'JSON',
    topojson: 'JSON',
    json5: 'JSON5',
    jsonld: 'JSONLD',
    jq: 'JSONiq',
    jsx: 'JSX',
    jade: 'Jade',
    j: 'Objective-J',
    java: 'Java',
    jsp: 'Java Server Pages',
    js: 'JavaScript',
    _js: 'JavaScript',
    bones: 'JavaScript',
    es6: 'JavaScript',
    jake: 'JavaScript',
    jsb: 'JavaScript',
    jscad: 'JavaScript',
    jsfl: 'JavaScript',
    jsm: 'JavaScript',
    jss: 'JavaScript',
    njs: 'JavaScript',
    pac: 'JavaScript',
    sjs: 'JavaScript',
    ssjs: 'JavaScript',
    'sublime-build': 'JavaScript',
    'sublime-commands': 'JavaScript',
    'sublime-completions': 'JavaScript',
    'sublime-keymap': 'JavaScript',
    'sublime-macro': 'JavaScript',
    'sublime-menu': 'JavaScript',
    'sublime-mousemap': 'JavaScript',
    'sublime-project': 'JavaScript',
    'sublime-settings': 'JavaScript',
    'sublime-theme': 'JavaScript',
    'sublime-workspace': 'JavaScript',
    sublime_metrics: 'JavaScript',
    sublime_session: 'JavaScript',
    xsjs: 'JavaScript',
    xsjslib: 'JavaScript',
    jl: 'Julia',
    ipynb: 'Jupyter Notebook',
    krl: 'KRL',
    kicad_pcb: 'KiCad',
    kit: 'Kit',
    kt: 'Kotlin',
    ktm: 'Kotlin',
    kts: 'Kotlin',
    lfe: 'LFE',
    ll: 'LLVM',
    lol: 'LOLCODE',
    lsl: 'LSL',
    lslp: 'LSL',
    lvproj: 'LabVIEW',
    lasso: 'Lasso',
    las: 'Lasso',
    lasso8: 'Lasso',
    lasso9: 'Lasso',
    ldml: 'Lasso',
    latte: 'Latte',
    lean: 'Lean',
    hlean: 'Lean',
    less: 'Less',
    lex: 'Lex',
    ly: 'LilyPond',
    ily: 'LilyPond',
    m: 'Objective-C',
    ld: 'Linker Script',
    lds: 'Linker Script',
    liquid: 'Liquid',
    lagda: 'Literate Agda',
    litcoffee: 'Literate CoffeeScript',
    lhs: 'Literate Haskell',
    ls: 'LoomScript',
    _ls: 'LiveScript',
    xm: 'Logos',
    x: 'Logos',
    xi: 'Logos',
    lgt: 'Logtalk',
    logtalk: 'Logtalk',
    lookml: 'LookML',
    lua: 'Lua',
    fcgi: 'Shell',
    nse: 'Lua',
    pd_lua: 'Lua',
    rbxs: 'Lua',
    wlua: 'Lua',
    mumps: 'M',
    m4: 'M4Sugar',
    mcr: 'MAXScript',
    mtml: 'MTML',
    muf: 'MUF',
    mak: 'Makefile',
    mk: 'Makefile',
    mkfile: 'Makefile',
    mako: 'Mako',
    mao: 'Mako',
    md: 'Markdown',
    markdown: 'Markdown',
    mkd: 'Markdown',
    mkdn: 'Markdown',
    mkdown: 'Markdown',
    ron: 'Markdown',
    mask: 'Mask',
    mathematica: 'Mathematica',
    cdf: 'Mathematica',
    ma: 'Mathematica',
    mt: 'Mathematica',
    nb: 'Text',
    nbp: 'Mathematica',
    wl: 'Mathematica',
    wlt: 'Mathematica',
    matlab: 'Matlab',
    maxpat: 'Max',
    maxhelp: 'Max',
    maxproj: 'Max',
    mxt: 'Max',
    pat: 'Max',
    mediawiki: 'MediaWiki',
    wiki: 'MediaWiki',
    moo: 'Moocode',
    metal: 'Metal',
    minid: 'MiniD',
    druby: 'Mirah',
    duby: 'Mirah',
    mir: 'Mirah',
    mirah: 'Mirah',
    mo: 'Modelica',
    mms: 'Module Management System',
    mmk: 'Module Management System',
    monkey: 'Monkey',
    moon: 'MoonScript',
    myt: 'Myghty',
    ncl: 'Text',
    nl: 'NewLisp',
    nsi: 'NSIS',
    nsh: 'NSIS',
    axs: 'NetLinx',
    axi: 'NetLinx',
    'axs.erb': 'NetLinx+ERB',
    'axi.erb': 'NetLinx+ERB',
    nlogo: 'NetLogo',
    nginxconf: 'Nginx',
    nim: 'Nimrod',
    nimrod: 'Nimrod',
    ninja: 'Ninja',
    nit: 'Nit',
    nix: 'Nix',
    nu: 'Nu',
    numpy: 'NumPy',
    numpyw: 'NumPy',
    numsc: 'NumPy',
    ml: 'OCaml',
    eliom: 'OCaml',
    eliomi: 'OCaml',
    ml4: 'OCaml',
    mli: 'OCaml',
    mll: 'OCaml',
    mly: 'OCaml',
    objdump: 'ObjDump',
    mm: 'XML',
    sj: 'Objective-J',
    omgrofl: 'Omgrofl',
    opa: 'Opa',
    opal: 'Opal',
    opencl: 'OpenCL',
    p: 'OpenEdge ABL',
    scad: 'OpenSCAD',
    org: 'Org',
    ox: 'Ox',
    oxh: 'Ox',
    oxo: 'Ox',
    oxygene: 'Oxygene',
    oz: 'Oz',
    pwn: 'PAWN',
    aw: 'PHP',
    ctp: 'PHP',
    php3: 'PHP',
    php4: 'PHP',
    php5: 'PHP',
    phps: 'PHP',
    phpt: 'PHP',
    pls: 'PLSQL',
    pck: 'PLSQL',
    pkb: 'PLSQL',
    pks: 'PLSQL',
    plb: 'PLSQL',
    plsql: 'PLSQL',
    sql: 'SQLPL',
    pov: 'POV-Ray SDL',
    pan: 'Pan',
    psc: 'Papyrus',
    parrot: 'Parrot',
    pasm: 'Parrot Assembly',
    pir: 'Parrot Internal Representation',
    pas: 'Pascal',
    dfm: 'Pascal',
    dpr: 'Pascal',
    lpr: 'Pascal',
    pp: 'Puppet',
    pl: 'Prolog',
    al: 'Perl',
    cgi: 'Shell',
    perl: 'Perl',
    ph: 'Perl',
    plx: 'Perl',
    pm: 'Perl6',
    pod: 'Pod',
    psgi: 'Perl',
    t: 'Turing',
    '6pl': 'Perl6',
    '6pm': 'Perl6',
    nqp: 'Perl6',
    p6: 'Perl6',
    p6l: 'Perl6',
    p6m: 'Perl6',
    pl6: 'Perl6',
    pm6: 'Perl6',
    pkl: 'Pickle',
    pig: 'PigLatin',
    pike: 'Pike',
    pmod: 'Pike',
    pogo: 'PogoScript',
    pony: 'Pony',
    ps: 'PostScript',
    eps: 'PostScript',
    ps1: 'PowerShell',
    psd1: 'PowerShell',
    psm1: 'PowerShell',
    pde: 'Processing',
    prolog: 'Prolog',
    yap: 'Prolog',
    spin: 'Propeller Spin',
    proto: 'Protocol Buffer',
    pub: 'Public Key',
    pd: 'Pure Data',
    pb: 'PureBasic',
    pbi: 'PureBasic',
    purs: 'PureScript',
    py: 'Python',
    bzl: 'Python',
    gyp: 'Python',
    lmi: 'Python',
    pyde: 'Python',
    pyp: 'Python',
    pyt: 'Python',
    pyw: 'Python',
    rpy: "Ren'Py",
    tac: 'Python',
    wsgi: 'Python',
    xpy: 'Python',
    pytb: 'Python traceback',
    qml: 'QML',
    qbs: 'QML',
    pri: 'QMake',
    r: 'Rebol',
    rd: 'R',
    rsx: 'R',
    raml: 'RAML',
    rdoc: 'RDoc',
    rbbas: 'REALbasic',
    rbfrm: 'REALbasic',
    rbmnu: 'REALbasic',
    rbres: 'REALbasic',
    rbtbar: 'REALbasic',
    rbuistate: 'REALbasic',
    rhtml: 'RHTML',
    rmd: 'RMarkdown',
    rkt: 'Racket',
    rktd: 'Racket',
    rktl: 'Racket',
    scrbl: 'Racket',
    rl: 'Ragel in Ruby Host',
    raw: 'Raw token data',
    reb: 'Rebol',
    r2: 'Rebol',
    r3: 'Rebol',
    rebol: 'Rebol',
    red: 'Red',
    reds: 'Red',
    cw: 'Redcode',
    rs: 'Rust',
    rsh: 'RenderScript',
    robot: 'RobotFramework',
    rg: 'Rouge',
    rb: 'Ruby',
    builder: 'Ruby',
    gemspec: 'Ruby',
    god: 'Ruby',
    irbrc: 'Ruby',
    jbuilder: 'Ruby',
    mspec: 'Ruby',
    pluginspec: 'XML',
    podspec: 'Ruby',
    rabl: 'Ruby',
    rake: 'Ruby',
    rbuild: 'Ruby',
    rbw: 'Ruby',
    rbx: 'Ruby',
    ru: 'Ruby',
    ruby: 'Ruby',
    thor: 'Ruby',
    watchr: 'Ruby',
    'rs.in': 'Rust',
    sas: 'SAS',
    scss: 'SCSS',
    smt2: 'SMT',
    smt: 'SMT',
    sparql: 'SPARQL',
    rq: 'SPARQL',
    sqf: 'SQF',
    hqf: 'SQF',
    cql: 'SQL',
    ddl: 'SQL',
    prc: 'SQL',
    tab: 'SQL',
    udf: 'SQL',
    viw: 'SQL',
    db2: 'SQLPL',
    ston: 'STON',
    svg: 'SVG',
    sage: 'Sage',
    sagews: 'Sage',
    sls: 'Scheme',
    sass: 'Sass',
    scala: 'Scala',
    sbt: 'Scala',
    sc: 'SuperCollider',
    scaml: 'Scaml',
    scm: 'Scheme',
    sld: 'Scheme',
    sps: 'Scheme',
    ss: 'Scheme',
    sci: 'Scilab',
    sce: 'Scilab',
    self: 'Self',
    sh: 'Shell',
    bash: 'Shell',
    bats: 'Shell',
    command: 'Shell',
    ksh: 'Shell',
    'sh.in': 'Shell',
    tmux: 'Shell',
    tool: 'Shell',
    zsh: 'Shell',
    'sh-session': 'ShellSession',
    shen: 'Shen',
    sl: 'Slash',
    slim: 'Slim',
    smali: 'Smali',
    tpl: 'Smarty',
    sp: 'SourcePawn',
    sma: 'SourcePawn',
    nut: 'Squirrel',
    stan: 'Stan',
    ML: 'Standard ML',
    fun: 'Standard ML',
    sig: 'Standard ML',
    sml: 'Standard ML',
    do: 'Stata',
    ado: 'Stata',
    doh: 'Stata',
    ihlp: 'Stata',
    mata: 'Stata',
    matah: 'Stata',
    sthlp: 'Stata',
    styl: 'Stylus',
    scd: 'SuperCollider',
    swift: 'Swift',
    sv: 'SystemVerilog',
    svh: 'SystemVerilog',
    vh: 'SystemVerilog',
    toml: 'TOML',
    txl: 'TXL',
    tcl: 'Tcl',
    adp: 'Tcl',
    tm: 'Tcl',
    tcsh: 'Tcsh',
    csh: 'Tcsh',
    tex: 'TeX',
    aux: 'TeX',
    bbx: 'TeX',
    bib: 'TeX',
    cbx: 'TeX',
    dtx: 'TeX',
    ins: 'TeX',
    lbx: 'TeX',
    ltx: 'TeX',
    mkii: 'TeX',
    mkiv: 'TeX',
    mkvi: 'TeX',
    sty: 'TeX',
    toc: 'TeX',
    tea: 'Tea',
    txt: 'Text',
    no: 'Text',
    textile: 'Textile',
    thrift: 'Thrift',
    tu: 'Turing',
    ttl: 'Turtle',
    twig: 'Twig',
    ts: 'TypeScript',
    tsx: 'TypeScript',
    // tsx: JSX variant of TypeScript
    upc: 'Unified Parallel C',
    anim: 'Unity3D Asset',
    asset: 'Unity3D Asset',
    mat: 'Unity3D Asset',
    meta: 'Unity3D Asset',
    prefab: 'Unity3D Asset',
    unity: 'Unity3D Asset',
    uno: 'Uno',
    uc: 'UnrealScript',
    ur: 'UrWeb',
    urs: 'UrWeb',
    vcl: 'VCL',
    vhdl: 'VHDL',
    vhd: 'VHDL',
    vhf: 'VHDL',
    vhi: 'VHDL',
    vho: 'VHDL',
    vhs: 'VHDL',
    vht: 'VHDL',
    vhw: 'VHDL',
    vala: 'Vala',
    vapi: 'Vala',
    veo: 'Verilog',
    vim: 'VimL',
    vb: 'Visual Basic',
    bas: 'Visual Basic',
    frm: 'Visual Basic',
    frx: 'Visual Basic',
    vba: 'Visual Basic',
    vbhtml: 'Visual Basic',
    vbs: 'Visual Basic',
    volt: 'Volt',
    vue: 'Vue',
    owl: 'Web Ontology Language',
    webidl: 'WebIDL',
    x10: 'X10',
    xc: 'XC',
    xml: 'XML',
    ant: 'XML',
    axml: 'XML',
    ccxml: 'XML',
    clixml: 'XML',
    cproject: 'XML',
    csl: 'XML',
    csproj: 'XML',
    ct: 'XML',
    dita: 'XML',
    ditamap: 'XML',
    ditaval: 'XML',
    'dll.config': 'XML',
    dotsettings: 'XML',
    filters: 'XML',
    fsproj: 'XML',
    fxml: 'XML',
    glade: 'XML',
    grxml: 'XML',
    iml: 'XML',
    ivy: 'XML',
    jelly: 'XML',
    jsproj: 'XML',
    kml: 'XML',
    launch: 'XML',
    mdpolicy: 'XML',
    mxml: 'XML',
    nproj: 'XML',
    nuspec: 'XML',
    odd: 'XML',
    osm: 'XML',
    plist: 'XML',
    props: 'XML',
    ps1xml: 'XML',
    psc1: 'XML',
    pt: 'XML',
    rdf: 'XML',
    rss: 'XML',
    scxml: 'XML',
    srdf: 'XML',
    storyboard: 'XML',
    stTheme: 'XML',
    'sublime-snippet': 'XML',
    targets: 'XML',
    tmCommand: 'XML',
    tml: 'XML',
    tmLanguage: 'XML',
    tmPreferences: 'XML',
    tmSnippet: 'XML',
    tmTheme: 'XML',
    ui: 'XML',
    urdf: 'XML',
    ux: 'XML',
    vbproj: 'XML',
    vcxproj: 'XML',
    vssettings: 'XML',
    vxml: 'XML',
    wsdl: 'XML',
    wsf: 'XML',
    wxi: 'XML',
    wxl: 'XML',
    wxs: 'XML',
    x3d: 'XML',
    xacro: 'XML',
    xaml: 'XML',
    xib: 'XML',
    xlf: 'XML',
    xliff: 'XML',
    xmi: 'XML',
    'xml.dist': 'XML',
    xproj: 'XML',
    xsd: 'XML',
    xul: 'XML',
    zcml: 'XML',
    'xsp-config': 'XPages',
    'xsp.metadata': 'XPages',
    xpl: 'XProc',
    xproc: 'XProc',
    xquery: 'XQuery',
    xq: 'XQuery',
    xql: 'XQuery',
    xqm: 'XQuery',
    xqy: 'XQuery',
    xs: 'XS',
    xslt: 'XSLT',
    xsl: 'XSLT',
    xojo_code: 'Xojo',
    xojo_menu: 'Xojo',
    xojo_report: 'Xojo',
    xojo_script: 'Xojo',
    xojo_toolbar: 'Xojo',
    xojo_window: 'Xojo',
    xtend: 'Xtend',
    yml: 'YAML',
    reek: 'YAML',
    rviz: 'YAML',
    'sublime-syntax': 'YAML',
    syntax: 'YAML',
    yaml: 'YAML',
    'yaml-tmlanguage': 'YAML',
    yang: 'YANG',
    y: 'Yacc',
    yacc: 'Yacc',
    yy: 'Yacc',
    zep: 'Zephir',
    zimpl: 'Zimpl',
    zmpl: 'Zimpl',
    zpl: 'Zimpl',
    desktop: 'desktop',
    'desktop.in': 'desktop',
    ec: 'eC',
    eh: 'eC',
    edn: 'edn',
    fish: 'fish',
    mu: 'mupad',
    nc: 'nesC',
    ooc: 'ooc',
    rst: 'reStructuredText',
    rest: 'reStructuredText',
    'rest.txt': 'reStructuredText',
    'rst.txt': 'reStructuredText',
    wisp: 'wisp',
    prg: 'xBase',
    prw: 'xBase',
};


/***/ }),

/***/ 4904:
/***/ (function(__unused_webpack_module, exports, __webpack_require__) {


var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SarifBuilder = void 0;
const fs = __importStar(__webpack_require__(2136));
const languages_1 = __webpack_require__(2440);
const utils_1 = __webpack_require__(8174);
// SARIF Builder
class SarifBuilder {
    // Initialize SARIF Log builder
    constructor(options = {}) {
        // Default run value
        this.log = {
            $schema: 'http://json.schemastore.org/sarif-2.1.0.json',
            version: '2.1.0',
            runs: [],
        };
        (0, utils_1.setOptionValues)(options, this.log);
    }
    addRun(sarifRunBuilder) {
        this.log.runs.push(sarifRunBuilder.run);
    }
    generateSarifFileSync(file) {
        const sarifJsonString = this.buildSarifJsonString();
        fs.writeFileSync(file, sarifJsonString, 'utf8');
    }
    async generateSarifFile(file) {
        const sarifJsonString = this.buildSarifJsonString();
        await fs.writeFile(file, sarifJsonString, 'utf8');
    }
    buildSarifOutput() {
        // Complete runs
        this.log.runs = this.log.runs.map((run) => this.completeRunFields(run));
        return this.log;
    }
    // Build final sarif json, complete when possible
    buildSarifJsonString(options = { indent: false }) {
        this.buildSarifOutput();
        const sarifJson = options.indent
            ? JSON.stringify(this.log, null, 2)
            : JSON.stringify(this.log);
        if (sarifJson.includes('SARIF_BUILDER_INVALID')) {
            throw new Error('Your SARIF log is invalid, please solve SARIF_BUILDER_INVALID messages');
        }
        return sarifJson;
    }
    completeRunFields(run) {
        var _a, _b, _c, _d, _e, _f;
        // Collect all missing artifacts from results
        run.artifacts = run.artifacts || [];
        const existingArtifactUris = new Set(run.artifacts.map((a) => { var _a; return (_a = a === null || a === void 0 ? void 0 : a.location) === null || _a === void 0 ? void 0 : _a.uri; }).filter(Boolean));
        for (const result of run.results || []) {
            for (const location of result.locations || []) {
                const uri = (_b = (_a = location === null || location === void 0 ? void 0 : location.physicalLocation) === null || _a === void 0 ? void 0 : _a.artifactLocation) === null || _b === void 0 ? void 0 : _b.uri;
                if (uri && !existingArtifactUris.has(uri)) {
                    // Add result to driver artifact only if not existing
                    const lastDot = uri.lastIndexOf('.');
                    const ext = lastDot !== -1 ? uri.slice(lastDot + 1) : '';
                    const language = languages_1.EXTENSIONS_LANGUAGES[ext] || 'unknown';
                    run.artifacts.push({
                        sourceLanguage: language,
                        location: { uri },
                    });
                    existingArtifactUris.add(uri);
                }
            }
        }
        // Build artifact index map (uri -> index) for O(1) lookups
        const artifactIndexMap = new Map();
        run.artifacts.forEach((artifact, index) => {
            var _a;
            const uri = (_a = artifact === null || artifact === void 0 ? void 0 : artifact.location) === null || _a === void 0 ? void 0 : _a.uri;
            if (uri) {
                artifactIndexMap.set(uri, index);
            }
        });
        // Build rules index map (id -> index) for O(1) lookups
        const rulesIndexMap = new Map();
        (((_d = (_c = run === null || run === void 0 ? void 0 : run.tool) === null || _c === void 0 ? void 0 : _c.driver) === null || _d === void 0 ? void 0 : _d.rules) || []).forEach((rule, index) => {
            rulesIndexMap.set(rule.id, index);
        });
        // Update index in results with computed values
        for (const result of run.results || []) {
            // Set rule index in results
            if (result.ruleId) {
                const ruleIndex = rulesIndexMap.get(result.ruleId);
                if (ruleIndex !== undefined) {
                    result.ruleIndex = ruleIndex;
                }
            }
            // Set artifact index in results
            if (result.locations) {
                for (const location of result.locations) {
                    const uri = (_f = (_e = location === null || location === void 0 ? void 0 : location.physicalLocation) === null || _e === void 0 ? void 0 : _e.artifactLocation) === null || _f === void 0 ? void 0 : _f.uri;
                    if (uri) {
                        const artIndex = artifactIndexMap.get(uri);
                        if (artIndex !== undefined) {
                            location.physicalLocation.artifactLocation.index = artIndex;
                        }
                    }
                }
            }
        }
        return run;
    }
}
exports.SarifBuilder = SarifBuilder;


/***/ }),

/***/ 5108:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SarifResultBuilder = void 0;
const utils_1 = __webpack_require__(8174);
class SarifResultBuilder {
    // Initialize SARIF Result builder
    constructor(options = {}) {
        // Default result value
        this.result = {
            level: 'error',
            message: {},
            ruleId: 'SARIF_BUILDER_INVALID: Please send the rule Id ruleId property, or call setRuleId(ruleId)',
        };
        (0, utils_1.setOptionValues)(options, this.result);
    }
    initSimple(options) {
        this.setLevel(options.level);
        this.setMessageText(options.messageText);
        this.setRuleId(options.ruleId);
        if (options.fileUri) {
            this.setLocationArtifactUri({ uri: options.fileUri });
        }
        if (options.startLine !== null && options.startLine !== undefined) {
            // Initialize Region with default values with necessary
            const region = {
                startLine: options.startLine,
                startColumn: options.startColumn || 1,
                endLine: options.endLine || options.startLine,
                endColumn: options.endColumn || 1,
            };
            // Check for invalid region values
            if (options.startLine === 0 ||
                options.startColumn === 0 ||
                options.endLine === 0 ||
                options.endColumn === 0) {
                throw new Error('Region limit can not be 0 (minimum line 1 or column 1) in ' +
                    JSON.stringify(options));
            }
            this.setLocationRegion(region);
        }
        return this;
    }
    setLevel(level) {
        this.result.level = level;
    }
    setMessageText(message) {
        this.result.message.text = message;
    }
    setRuleId(ruleId) {
        this.result.ruleId = ruleId;
    }
    setLocationRegion(region) {
        this.manageInitPhysicalLocation();
        this.result.locations[0].physicalLocation.region = region;
    }
    setLocationArtifactUri(artifactLocation) {
        this.manageInitPhysicalLocation();
        this.result.locations[0].physicalLocation.artifactLocation =
            artifactLocation;
    }
    manageInitLocation() {
        var _a, _b;
        if ((_b = (_a = this.result) === null || _a === void 0 ? void 0 : _a.locations) === null || _b === void 0 ? void 0 : _b.length) {
            return;
        }
        this.result.locations = [{}];
    }
    manageInitPhysicalLocation() {
        this.manageInitLocation();
        if (this.result.locations[0].physicalLocation) {
            return;
        }
        this.result.locations[0].physicalLocation = {};
    }
}
exports.SarifResultBuilder = SarifResultBuilder;


/***/ }),

/***/ 1335:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SarifRuleBuilder = void 0;
const utils_1 = __webpack_require__(8174);
/*
  Rules describing any error that the linter can return
*/
class SarifRuleBuilder {
    // Initialize SARIF Run builder
    constructor(options = {}) {
        this.rule = {
            id: 'SARIF_BUILDER_INVALID: Please send the rule identifier in id property, or call setRuleId(ruleId)',
            shortDescription: {
                text: 'SARIF_BUILDER_INVALID: Please send the rule text in shortDescription.text property, or call setShortDescriptionText(text)',
            },
        };
        (0, utils_1.setOptionValues)(options, this.rule);
    }
    initSimple(options) {
        this.setRuleId(options.ruleId);
        if (options.shortDescriptionText) {
            this.setShortDescriptionText(options.shortDescriptionText);
        }
        if (options.fullDescriptionText) {
            this.setFullDescriptionText(options.fullDescriptionText);
        }
        if (options.helpUri) {
            this.setHelpUri(options.helpUri);
        }
        return this;
    }
    setRuleId(ruleId) {
        this.rule.id = ruleId;
    }
    setShortDescriptionText(shortDescriptionText) {
        this.rule.shortDescription.text = shortDescriptionText;
    }
    setFullDescriptionText(fullDescriptionText) {
        this.rule.fullDescription = this.rule.fullDescription || { text: '' };
        this.rule.fullDescription.text = fullDescriptionText;
    }
    setHelpUri(url) {
        this.rule.helpUri = url;
    }
}
exports.SarifRuleBuilder = SarifRuleBuilder;


/***/ }),

/***/ 1760:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.SarifRunBuilder = void 0;
const utils_1 = __webpack_require__(8174);
// SARIF Run builder
class SarifRunBuilder {
    // Initialize SARIF Run builder
    constructor(options = {}) {
        // Default run value
        this.run = {
            tool: {
                driver: {
                    name: process.env.npm_package_name ||
                        'SARIF_BUILDER_INVALID: Please send the tool name in tool.driver.name property, or call setToolName(name)',
                    rules: [],
                },
            },
            results: [],
        };
        (0, utils_1.setOptionValues)(options, this.run);
    }
    initSimple(options) {
        this.setToolDriverName(options.toolDriverName);
        this.setToolDriverVersion(options.toolDriverVersion);
        if (options.url) {
            this.setToolDriverUri(options.url);
        }
        return this;
    }
    addRule(sarifRuleBuilder) {
        this.run.tool.driver.rules.push(sarifRuleBuilder.rule);
    }
    addResult(sarifResultBuilder) {
        this.run.results.push(sarifResultBuilder.result);
    }
    setToolDriverName(name) {
        this.run.tool.driver.name = name;
    }
    setToolDriverVersion(version) {
        this.run.tool.driver.version = version;
    }
    setToolDriverUri(url) {
        this.run.tool.driver.informationUri = url;
    }
}
exports.SarifRunBuilder = SarifRunBuilder;


/***/ }),

/***/ 8174:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.setOptionValues = setOptionValues;
function setOptionValues(options, object) {
    for (const key of Object.keys(options)) {
        if (options[key] !== undefined) {
            object[key] = options[key];
        }
    }
    return object;
}


/***/ }),

/***/ 5077:
/***/ ((__unused_webpack_module, exports) => {



exports.fromCallback = function (fn) {
  return Object.defineProperty(function (...args) {
    if (typeof args[args.length - 1] === 'function') fn.apply(this, args)
    else {
      return new Promise((resolve, reject) => {
        args.push((err, res) => (err != null) ? reject(err) : resolve(res))
        fn.apply(this, args)
      })
    }
  }, 'name', { value: fn.name })
}

exports.fromPromise = function (fn) {
  return Object.defineProperty(function (...args) {
    const cb = args[args.length - 1]
    if (typeof cb !== 'function') return fn.apply(this, args)
    else {
      args.pop()
      fn.apply(this, args).then(r => cb(null, r), cb)
    }
  }, 'name', { value: fn.name })
}


/***/ })

};
