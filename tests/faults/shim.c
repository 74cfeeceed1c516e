/* Lets the n-th step below one folder fail: what a process writes, flushes, names and removes there.
 *
 * Preloaded (LD_PRELOAD) it does nothing until `shim_arm` is called.  Steps of SQLite and of Python are counted alike.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { OFF, COUNT, ONCE, ON, KILL, TORN, MOVE, BACK };
enum { OTHER, ALLOCATES, WRITES };

static int mode, failure, told = -1;
static long at, count, seconds;
static char below[PATH_MAX], from[PATH_MAX], to[PATH_MAX];
static size_t length;

/* The n-th step below `folder`: what becomes of it.  `report` is a file that gets a line when it comes. */
void shim_arm(const char *folder, int what, long n, int error, int report) {
    length = strlen(folder);
    memcpy(below, folder, length + 1);
    mode = what, at = n, failure = error, told = report, count = 0;
}

/* With MOVE: the file that then gets another's name. */
void shim_move(const char *one, const char *other) {
    strcpy(from, one), strcpy(to, other);
}

/* With BACK: by how much the clock is wrong from then on. */
void shim_back(long by) { seconds = by; }

long shim_count(void) { return count; }

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int is_below(const char *path) {
    return length && !strncmp(path, below, length) && (path[length] == '/' || !path[length]);
}

static int of_handle(int handle, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t got = readlink(link, path, PATH_MAX - 1);
    path[got < 0 ? 0 : got] = 0;
    return got > 0 && path[0] == '/';
}

static const char *whole(int folder, const char *path, char *made) {
    if (path[0] == '/' || folder == AT_FDCWD || !of_handle(folder, made)) return path;
    size_t used = strlen(made);
    snprintf(made + used, PATH_MAX - used, "/%s", path);
    return made;
}

static void say(const char *what, const char *name, const char *path) {
    char line[PATH_MAX + 64];
    int size = snprintf(line, sizeof line, "%s %ld %s %s\n", what, count, name, path);
    if (told >= 0) syscall(SYS_write, told, line, size);
}

static void tell(const char *name, const char *path) { say("hit", name, path); }

/* 0: go on; 1: it fails, and errno is set; 2: half of it is written, and then it fails or ends. */
static int comes(const char *name, const char *path, int kind) {
    if (mode == OFF || !is_below(path)) return 0;
    count++;
    if (mode == COUNT) { if (told >= 0) tell(name, path); return 0; }
    if (mode == MOVE && kind == WRITES && strstr(path, ".db-wal")) say("log", name, path);
    if (count < at || (count > at && mode != ON)) return 0;
    if (count == at) tell(name, path);
    if (mode == BACK) return 0;
    if (mode == MOVE) { syscall(SYS_rename, from, to); return 0; }
    if (mode == KILL || (mode == TORN && kind != WRITES)) syscall(SYS_exit_group, 9);
    if (mode == TORN) return 2;
    if (failure == ENOSPC && mode == ON && kind == OTHER) return 0;
    errno = failure;
    return failure == ENOSPC && kind == WRITES && count == at ? 2 : 1;
}

static int came(const char *name, int handle, int kind) {
    char path[PATH_MAX];
    if (mode == OFF || !of_handle(handle, path)) return 0;
    return comes(name, path, kind);
}

/* --- writes */

static ssize_t half(ssize_t written) {
    if (mode == TORN) syscall(SYS_exit_group, 9);
    return written;
}

ssize_t write(int handle, const void *from_, size_t size) {
    int what = came("write", handle, WRITES);
    if (what == 1) return -1;
    if (what == 2 && size > 1) return half(syscall(SYS_write, handle, from_, size / 2));
    return syscall(SYS_write, handle, from_, size);
}

static ssize_t placed(int handle, const void *from_, size_t size, off_t place) {
    int what = came("pwrite", handle, WRITES);
    if (what == 1) return -1;
    if (what == 2 && size > 1) return half(syscall(SYS_pwrite64, handle, from_, size / 2, place));
    return syscall(SYS_pwrite64, handle, from_, size, place);
}
ssize_t pwrite(int handle, const void *from_, size_t size, off_t place) { return placed(handle, from_, size, place); }
ssize_t pwrite64(int handle, const void *from_, size_t size, off64_t place) { return placed(handle, from_, size, place); }

ssize_t writev(int handle, const struct iovec *parts, int many) {
    return came("writev", handle, ALLOCATES) ? -1 : syscall(SYS_writev, handle, parts, many);
}

static ssize_t sent(int out, int in, off_t *place, size_t size) {
    return came("sendfile", out, ALLOCATES) ? -1 : syscall(SYS_sendfile, out, in, place, size);
}
ssize_t sendfile(int out, int in, off_t *place, size_t size) { return sent(out, in, place, size); }
ssize_t sendfile64(int out, int in, off64_t *place, size_t size) { return sent(out, in, place, size); }

static int cut(int handle, off_t size) {
    return came("ftruncate", handle, ALLOCATES) ? -1 : (int)syscall(SYS_ftruncate, handle, size);
}
int ftruncate(int handle, off_t size) { return cut(handle, size); }
int ftruncate64(int handle, off64_t size) { return cut(handle, size); }

int posix_fallocate(int handle, off_t place, off_t size) {
    REAL(int, "posix_fallocate", int, off_t, off_t);
    return came("fallocate", handle, ALLOCATES) ? errno : real(handle, place, size);
}
int posix_fallocate64(int handle, off64_t place, off64_t size) { return posix_fallocate(handle, place, size); }

/* --- to the disk */

int fsync(int handle) { return came("fsync", handle, OTHER) ? -1 : (int)syscall(SYS_fsync, handle); }
int fdatasync(int handle) { return came("fdatasync", handle, OTHER) ? -1 : (int)syscall(SYS_fdatasync, handle); }

/* --- names */

static int opened(const char *name, int folder, const char *path, int flags, mode_t rights) {
    char made[PATH_MAX];
    const char *full = whole(folder, path, made);
    int kind = (flags & O_CREAT) && faccessat(AT_FDCWD, full, F_OK, 0) ? ALLOCATES : OTHER;
    return comes(name, full, kind) ? -1 : (int)syscall(SYS_openat, folder, path, flags, rights);
}

#define RIGHTS(flags) \
    mode_t rights = 0; \
    if ((flags) & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); rights = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { RIGHTS(flags) return opened("open", AT_FDCWD, path, flags, rights); }
int open64(const char *path, int flags, ...) { RIGHTS(flags) return opened("open", AT_FDCWD, path, flags | O_LARGEFILE, rights); }
int openat(int folder, const char *path, int flags, ...) { RIGHTS(flags) return opened("open", folder, path, flags, rights); }
int openat64(int folder, const char *path, int flags, ...) { RIGHTS(flags) return opened("open", folder, path, flags | O_LARGEFILE, rights); }

int rename(const char *one, const char *other) { return comes("rename", other, OTHER) ? -1 : (int)syscall(SYS_rename, one, other); }
int renameat(int a, const char *one, int b, const char *other) {
    char made[PATH_MAX];
    return comes("rename", whole(b, other, made), OTHER) ? -1 : (int)syscall(SYS_renameat2, a, one, b, other, 0);
}
int renameat2(int a, const char *one, int b, const char *other, unsigned flags) {
    char made[PATH_MAX];
    return comes("renameat2", whole(b, other, made), OTHER) ? -1 : (int)syscall(SYS_renameat2, a, one, b, other, flags);
}
int link(const char *one, const char *other) { return comes("link", other, ALLOCATES) ? -1 : (int)syscall(SYS_link, one, other); }
int linkat(int a, const char *one, int b, const char *other, int flags) {
    char made[PATH_MAX];
    return comes("link", whole(b, other, made), ALLOCATES) ? -1 : (int)syscall(SYS_linkat, a, one, b, other, flags);
}
int unlink(const char *path) { return comes("unlink", path, OTHER) ? -1 : (int)syscall(SYS_unlink, path); }
int unlinkat(int folder, const char *path, int flags) {
    char made[PATH_MAX];
    return comes("unlink", whole(folder, path, made), OTHER) ? -1 : (int)syscall(SYS_unlinkat, folder, path, flags);
}
int rmdir(const char *path) { return comes("rmdir", path, OTHER) ? -1 : (int)syscall(SYS_rmdir, path); }
int mkdir(const char *path, mode_t rights) { return comes("mkdir", path, ALLOCATES) ? -1 : (int)syscall(SYS_mkdir, path, rights); }
int chmod(const char *path, mode_t rights) { return comes("chmod", path, OTHER) ? -1 : (int)syscall(SYS_chmod, path, rights); }

/* --- the clock */

static time_t wrong(void) { return mode == BACK && count >= at ? seconds : 0; }

int clock_gettime(clockid_t which, struct timespec *now) {
    int done = (int)syscall(SYS_clock_gettime, which, now);
    if (!done && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) now->tv_sec -= wrong();
    return done;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    struct timespec found;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &found);
    now->tv_sec = found.tv_sec, now->tv_usec = found.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *kept) {
    struct timespec found;
    clock_gettime(CLOCK_REALTIME, &found);
    if (kept) *kept = found.tv_sec;
    return found.tv_sec;
}
