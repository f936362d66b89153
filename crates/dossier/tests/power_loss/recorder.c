/* Records what a program does to the files of one folder, for `power_loss.rs`.
 *
 * Preloaded into the program (LD_PRELOAD). Every create, write, truncate, sync, unlink and rename under
 * POWER_LOSS_FOLDER is carried out and then appended to POWER_LOSS_LOG with its bytes, in the order in
 * which it happened. A write to the file POWER_LOSS_ACKS is an acknowledgement: it is put into the same
 * order and changes nothing else. What the recorder does not know (writev, shared mappings, fallocate)
 * shows as a difference between the replayed and the real files, which the test compares.
 *
 * One record: op (1 byte), inode (8), a (8), length of the payload (8), payload; the machine's byte order.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FDS = 4096 };
enum kind { NONE = 0, FILE_IN_FOLDER, FOLDER, ACKS };

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static enum kind kinds[FDS];
static uint64_t inodes[FDS];
static char folder[PATH_MAX], acks[PATH_MAX];
static int log_fd = -1;

__attribute__((constructor)) static void begin(void) {
    const char *in = getenv("POWER_LOSS_FOLDER"), *to = getenv("POWER_LOSS_LOG"), *said = getenv("POWER_LOSS_ACKS");
    if (!in || !to || !said || !realpath(in, folder)) return;
    strncpy(acks, said, sizeof acks - 1);
    log_fd = (int)syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length > 0) {
        ssize_t done = syscall(SYS_write, log_fd, at, length);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) abort(); /* a recording with a hole would prove nothing */
        at += done;
        length -= (size_t)done;
    }
}

static void record(char op, uint64_t inode, uint64_t a, const void *payload, uint64_t length) {
    unsigned char head[25];
    int kept = errno;
    head[0] = (unsigned char)op;
    memcpy(head + 1, &inode, 8);
    memcpy(head + 9, &a, 8);
    memcpy(head + 17, &length, 8);
    put(head, sizeof head);
    if (length > 0) put(payload, (size_t)length);
    errno = kept;
}

/* The name of `path` in the folder: NULL when it lies elsewhere, "" for the folder itself. */
static const char *name_in_folder(const char *path) {
    static __thread char full[PATH_MAX];
    size_t length = strlen(folder);
    if (log_fd < 0 || !path) return NULL;
    if (path[0] != '/') {
        if (!getcwd(full, sizeof full) || strlen(full) + strlen(path) + 2 > sizeof full) return NULL;
        strcat(full, "/");
        strcat(full, path);
        path = full;
    }
    if (strncmp(path, folder, length) != 0) return NULL;
    if (path[length] == '\0') return "";
    if (path[length] != '/') return NULL;
    while (path[length] == '/') length++;
    return strchr(path + length, '/') ? NULL : path + length;
}

static enum kind kind_of(int fd) { return fd >= 0 && fd < FDS ? kinds[fd] : NONE; }

static int opened(const char *path, int flags, int fd, int was_there) {
    struct stat is;
    const char *name;
    if (log_fd < 0 || fd < 0 || fd >= FDS) return fd;
    kinds[fd] = NONE;
    if (strcmp(path, acks) == 0) {
        kinds[fd] = ACKS;
        return fd;
    }
    name = name_in_folder(path);
    if (!name || fstat(fd, &is) != 0) return fd;
    inodes[fd] = is.st_ino;
    if (S_ISDIR(is.st_mode)) {
        if (name[0] == '\0') kinds[fd] = FOLDER;
        return fd;
    }
    kinds[fd] = FILE_IN_FOLDER;
    record(was_there ? 'O' : 'C', is.st_ino, 0, name, strlen(name));
    if (was_there && (flags & O_TRUNC)) record('T', is.st_ino, 0, "", 0);
    return fd;
}

static int open_in_order(int at, const char *path, int flags, mode_t mode) {
    int fd, was_there;
    pthread_mutex_lock(&order);
    was_there = syscall(SYS_faccessat, at, path, F_OK) == 0;
    fd = (int)syscall(SYS_openat, at, path, flags, mode);
    if (fd >= 0 && (at == AT_FDCWD || path[0] == '/')) opened(path, flags, fd, was_there);
    pthread_mutex_unlock(&order);
    return fd;
}

#define MODE_OF(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | __O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_in_order(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_in_order(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE_OF(flags) return open_in_order(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE_OF(flags) return open_in_order(at, path, flags, mode); }

int close(int fd) {
    pthread_mutex_lock(&order);
    if (fd >= 0 && fd < FDS) kinds[fd] = NONE;
    int done = (int)syscall(SYS_close, fd);
    pthread_mutex_unlock(&order);
    return done;
}

static void wrote(int fd, off_t at, const void *bytes, ssize_t length) {
    if (length <= 0) return;
    if (kind_of(fd) == FILE_IN_FOLDER) record('W', inodes[fd], (uint64_t)at, bytes, (uint64_t)length);
    if (kind_of(fd) == ACKS) record('A', 0, 0, bytes, (uint64_t)length);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    pthread_mutex_lock(&order);
    off_t at = kind_of(fd) == FILE_IN_FOLDER ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = syscall(SYS_write, fd, bytes, length);
    wrote(fd, at, bytes, done);
    pthread_mutex_unlock(&order);
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    pthread_mutex_lock(&order);
    ssize_t done = syscall(SYS_pwrite64, fd, bytes, length, at);
    wrote(fd, at, bytes, done);
    pthread_mutex_unlock(&order);
    return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

int ftruncate64(int fd, off64_t size) {
    pthread_mutex_lock(&order);
    int done = (int)syscall(SYS_ftruncate, fd, size);
    if (done == 0 && kind_of(fd) == FILE_IN_FOLDER) record('T', inodes[fd], (uint64_t)size, "", 0);
    pthread_mutex_unlock(&order);
    return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

/* The real barrier is not needed: the replay decides what a disk would have kept. */
static int synced(int fd) {
    pthread_mutex_lock(&order);
    if (kind_of(fd) == FILE_IN_FOLDER) record('S', inodes[fd], 0, "", 0);
    if (kind_of(fd) == FOLDER) record('D', inodes[fd], 0, "", 0);
    pthread_mutex_unlock(&order);
    return 0;
}
int fsync(int fd) { return synced(fd); }
int fdatasync(int fd) { return synced(fd); }

int unlinkat(int at, const char *path, int flags) {
    pthread_mutex_lock(&order);
    int done = (int)syscall(SYS_unlinkat, at, path, flags);
    const char *name = name_in_folder(path);
    if (done == 0 && name) record('U', 0, 0, name, strlen(name));
    pthread_mutex_unlock(&order);
    return done;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }

int rename(const char *from, const char *to) {
    char both[2 * PATH_MAX];
    pthread_mutex_lock(&order);
    int done = (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
    const char *old = name_in_folder(from);
    if (done == 0 && old) {
        size_t length = strlen(old);
        memcpy(both, old, length + 1);
        const char *name = name_in_folder(to);
        if (!name) name = "";
        memcpy(both + length + 1, name, strlen(name));
        record('R', 0, 0, both, length + 1 + strlen(name));
    }
    pthread_mutex_unlock(&order);
    return done;
}
