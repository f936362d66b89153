/* A medium that fails, for `faults/main.rs`. Preloaded into the real program (LD_PRELOAD); only files under
 * MEDIUM_FOLDER are touched.
 *   MEDIUM_BYTES=n    after n more bytes there is no space left (ENOSPC), as on a full disk
 *   MEDIUM_READ_ONLY  nothing may be opened for writing, made or removed (EROFS), as on a write-protected stick
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char folder[PATH_MAX];
static long long left = -1;
static int read_only;

__attribute__((constructor)) static void begin(void) {
    const char *in = getenv("MEDIUM_FOLDER"), *bytes = getenv("MEDIUM_BYTES");
    if (!in || !realpath(in, folder)) folder[0] = '\0';
    if (bytes) left = atoll(bytes);
    read_only = getenv("MEDIUM_READ_ONLY") != NULL;
}

static int is_here(const char *path) {
    char full[PATH_MAX];
    if (!folder[0] || !path) return 0;
    if (path[0] != '/') {
        if (!getcwd(full, sizeof full) || strlen(full) + strlen(path) + 2 > sizeof full) return 0;
        strcat(full, "/");
        path = strcat(full, path);
    }
    return strncmp(path, folder, strlen(folder)) == 0;
}

static int fd_is_here(int fd) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = '\0';
    return is_here(path);
}

static int open_there(int at, const char *path, int flags, mode_t mode) {
    if (read_only && is_here(path) && (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC))) {
        errno = EROFS;
        return -1;
    }
    return (int)syscall(SYS_openat, at, path, flags, mode);
}

#define MODE_OF(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | __O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_there(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_there(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE_OF(flags) return open_there(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE_OF(flags) return open_there(at, path, flags, mode); }

int unlink(const char *path) {
    if (read_only && is_here(path)) return errno = EROFS, -1;
    return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

/* How much of a write still has room. Writing over what is there takes none, as on a real disk. */
static ssize_t room_for(int fd, off_t at, size_t length) {
    struct stat is;
    if (left < 0 || !fd_is_here(fd) || fstat(fd, &is) != 0 || !S_ISREG(is.st_mode)) return (ssize_t)length;
    long long grows = (long long)at + (long long)length - (long long)is.st_size;
    if (grows <= 0) return (ssize_t)length;
    if (grows > left) {
        long long fits = (long long)length - grows + left;
        left = 0;
        return fits > 0 ? (ssize_t)fits : -1;
    }
    left -= grows;
    return (ssize_t)length;
}

ssize_t write(int fd, const void *bytes, size_t length) {
    ssize_t room = left < 0 ? (ssize_t)length : room_for(fd, lseek(fd, 0, SEEK_CUR), length);
    if (room < 0) return errno = ENOSPC, -1;
    return syscall(SYS_write, fd, bytes, (size_t)room);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    ssize_t room = room_for(fd, at, length);
    if (room < 0) return errno = ENOSPC, -1;
    return syscall(SYS_pwrite64, fd, bytes, (size_t)room, at);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

int ftruncate64(int fd, off64_t size) {
    struct stat is;
    if (left >= 0 && fd_is_here(fd) && fstat(fd, &is) == 0 && size > is.st_size && size - is.st_size > left)
        return errno = ENOSPC, -1;
    return (int)syscall(SYS_ftruncate, fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
