/* Stands between a program and the disk: counts, fails or writes down every call that changes a watched folder.

   fault_begin(root, at, kind)  from now on call number `at` (counting from 1) below `root` goes wrong
   fault_count()                calls seen so far
   fault_log(&length)           what was written down (kind RECORD): see tests/faults/shim.py for the form
   fault_mark(number)           writes down that entry `number` was acknowledged
*/
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { NOTHING, KILL, HALF, EIO_ONCE, FULL_ONCE, FULL_LASTING, RECORD };
enum { FILES = 4096, DEAD = 137 };

static char root[1024], *names[FILES], *written;
static size_t root_length, used, room;
static long at, seen;
static int kind;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int watched(const char *path) { return root_length && path && !strncmp(path, root, root_length); }
static const char *named(int fd) { return fd >= 0 && fd < FILES ? names[fd] : NULL; }

static void name(int fd, const char *path) {
    if (fd < 0 || fd >= FILES) return;
    free(names[fd]);
    names[fd] = watched(path) ? strdup(path) : NULL;
}

void fault_begin(const char *folder, long call, int how) {
    strncpy(root, folder, sizeof root - 1);
    root_length = strlen(root);
    at = call, kind = how, seen = 0, used = 0;
}

long fault_count(void) { return seen; }

static void put(const void *bytes, size_t length) {
    if (used + length > room) written = realloc(written, room = (used + length) * 2);
    memcpy(written + used, bytes, length);
    used += length;
}

static void note(char what, const char *path, const char *other, int64_t offset, const void *bytes, int64_t length) {
    uint16_t sizes[2] = {(uint16_t)strlen(path), other ? (uint16_t)strlen(other) : 0};
    int64_t numbers[2] = {offset, length};
    if (kind != RECORD) return;
    put(&what, 1), put(sizes, sizeof sizes), put(numbers, sizeof numbers);
    put(path, sizes[0]);
    if (other) put(other, sizes[1]);
    if (bytes) put(bytes, (size_t)length);
}

const char *fault_log(size_t *length) { return *length = used, written; }
void fault_mark(long number) { note('A', "", NULL, number, NULL, 0); }

/* 0: go on; 1: do half, then die; -1: fail with errno. */
static int turn(void) {
    long now = ++seen;
    if (now < at || !at || (now > at && kind != FULL_LASTING)) return 0;
    switch (kind) {
    case KILL: _exit(DEAD);
    case HALF: return 1;
    case EIO_ONCE: errno = EIO; return -1;
    case FULL_ONCE:
    case FULL_LASTING: errno = ENOSPC; return -1;
    }
    return 0;
}

static int opened(int fd, const char *path, int flags, int was_there) {
    if (fd >= 0) {
        name(fd, path);
        if (watched(path) && (flags & O_CREAT) && !was_there) note('C', path, NULL, 0, NULL, 0);
        if (watched(path) && (flags & O_TRUNC) && was_there) note('T', path, NULL, 0, NULL, 0);
    }
    return fd;
}

static int may_open(const char *path, int flags, int *was_there) {
    *was_there = REAL(access)(path, F_OK) == 0;
    if (!watched(path) || !(flags & O_CREAT) || *was_there) return 0;
    return turn();
}

static int opening(const char *path, int flags, mode_t mode) {
    int was_there, how = may_open(path, flags, &was_there);
    if (how < 0) return -1;
    int fd = opened((int)syscall(SYS_openat, AT_FDCWD, path, flags, mode), path, flags, was_there);
    if (how == 1) _exit(DEAD);
    return fd;
}

#define MODE(flags) mode_t mode = 0; if ((flags) & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags) return opening(path, flags | O_LARGEFILE, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opening(path, flags | O_LARGEFILE, mode); }

int close(int fd) {
    if (fd >= 0 && fd < FILES) free(names[fd]), names[fd] = NULL;
    return REAL(close)(fd);
}

static ssize_t writing(int fd, const void *bytes, size_t length, off_t offset, int placed) {
    const char *path = named(fd);
    if (path) {
        int how = turn();
        if (how < 0) return -1;
        off_t where = placed ? offset : lseek(fd, 0, SEEK_CUR);
        if (how == 1) {
            syscall(SYS_pwrite64, fd, bytes, length / 2, where);
            _exit(DEAD);
        }
        note('W', path, NULL, where, bytes, (int64_t)length);
    }
    return placed ? syscall(SYS_pwrite64, fd, bytes, length, offset) : syscall(SYS_write, fd, bytes, length);
}

ssize_t write(int fd, const void *bytes, size_t length) { return writing(fd, bytes, length, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return writing(fd, bytes, length, offset, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) { return writing(fd, bytes, length, offset, 1); }

/* The call itself, with a fault before, instead of, or after it. */
#define GUARDED(path, what, other, offset, call)  \
    int how = watched(path) ? turn() : 0;         \
    if (how < 0) return -1;                       \
    int done = (int)(call);                       \
    if (how == 1) _exit(DEAD);                    \
    if (done == 0 && watched(path)) note(what, path, other, offset, NULL, 0); \
    return done;

int fsync(int fd) { GUARDED(named(fd), 'S', NULL, 0, syscall(SYS_fsync, fd)) }
int fdatasync(int fd) { GUARDED(named(fd), 'S', NULL, 0, syscall(SYS_fdatasync, fd)) }
int ftruncate(int fd, off_t length) { GUARDED(named(fd), 'T', NULL, length, syscall(SYS_ftruncate, fd, length)) }
int ftruncate64(int fd, off_t length) { GUARDED(named(fd), 'T', NULL, length, syscall(SYS_ftruncate, fd, length)) }
int unlink(const char *path) { GUARDED(path, 'U', NULL, 0, syscall(SYS_unlink, path)) }
int rename(const char *old, const char *new) { GUARDED(old, 'R', new, 0, syscall(SYS_rename, old, new)) }
int mkdir(const char *path, mode_t mode) { GUARDED(path, 'M', NULL, 0, syscall(SYS_mkdir, path, mode)) }
